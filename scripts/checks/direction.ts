import path from "node:path";
import { program } from "./program.ts";

const CONFIG = path.resolve("scripts/checks/direction.config.mjs");

/** What a room imports lies on a floor below it; wings and rooms are read from the tree. */
export function direction(root = "."): Promise<string[]> {
  const folders = ["app", "db", "scripts", "tests"];
  const args = ["--config", CONFIG, ...folders, "--output-type", "err"];
  return program("dependency-cruiser/bin/dependency-cruiser.mjs", args, root);
}
