import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set(["node_modules", "build", "test-output", ".git", ".cache", ".data"]);

/** Every file of the tree at `root`, paths with `/` from there. Walks the folder, so that it works without git. */
export function ownFiles(folder = "", root = "."): string[] {
  const place = path.join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return ownFiles(name, root);
    return entry.isFile() ? [name] : [];
  });
}

export const read = (file: string, root = "."): string => readFileSync(path.join(root, file), "utf8");

/** Files under app/ that `app/routes.ts` names as route modules. */
export function routeModules(root = "."): string[] {
  const routes = read("app/routes.ts", root);
  const named = [...routes.matchAll(/["']([\w./-]+\.tsx?)["']/g)].map((match) => path.posix.join("app", match[1]!));
  return [...new Set(named)].filter((file) => existsSync(path.join(root, file))).sort();
}
