import path from "node:path";
import { ownFiles, read } from "../checks/files.ts";

const IMPORT = /\b(?:from|import)[\s(]*["']([#.][^"']+)["']/g;
/** What the project `unit` of vitest.config.ts runs. */
const TEST = /^(?:app|db|scripts)\/.*\.test\.tsx?$|^tests\/[^/]+\.test\.ts$/;

/** Test files that import one of these files, themselves or through others; those that the fewest stand between come first. */
export function reachedTests(changed: string[], root = "."): string[] {
  const users = usersOf(root);
  const reached = new Set(changed);
  for (const file of reached) for (const user of users.get(file) ?? []) reached.add(user);
  return [...reached].filter((file) => TEST.test(file));
}

/** File → the files that import it. Imports are written with their ending, so that none has to be looked for. */
function usersOf(root: string): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const user of ["app", "db", "scripts", "tests"].flatMap((folder) => ownFiles(folder, root))) {
    if (!/\.[mt]sx?$/.test(user)) continue;
    for (const [, name = ""] of read(user, root).matchAll(IMPORT)) {
      const file = name.startsWith("#") ? name.slice(1) : path.posix.join(path.posix.dirname(user), name);
      users.set(file, [...(users.get(file) ?? []), user]);
    }
  }
  return users;
}
