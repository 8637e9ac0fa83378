import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set(["node_modules", "build", "test-output", ".git", ".cache", ".data"]);

/** Every file of the repository, paths with `/` from its root. Walks the folder, so that it works without git. */
export function ownFiles(folder = ""): string[] {
  return readdirSync(folder === "" ? "." : folder, { withFileTypes: true }).flatMap((entry) => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return ownFiles(name);
    return entry.isFile() ? [name] : [];
  });
}

export const read = (file: string): string => readFileSync(file, "utf8");

/** Files under app/ that `app/routes.ts` names as route modules. */
export function routeModules(): string[] {
  const routes = read("app/routes.ts");
  const named = [...routes.matchAll(/["']([\w./-]+\.tsx?)["']/g)].map((match) => path.posix.join("app", match[1]!));
  return [...new Set(named)].filter((file) => existsSync(file)).sort();
}
