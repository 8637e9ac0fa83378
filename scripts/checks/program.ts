import { spawn } from "node:child_process";
import path from "node:path";

/**
 * Runs a program of a package with this Node, in the tree at `root`.
 * @returns no lines when it ended well, else what it said
 */
export function program(file: string, args: string[], root = "."): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.resolve("node_modules", file), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: root,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
    });
    let output = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (output += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? [] : (output.trim() || `ended with ${code}`).split("\n")));
  });
}
