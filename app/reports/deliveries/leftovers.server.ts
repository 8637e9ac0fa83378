import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { threadId } from "node:worker_threads";
import { releasesFolder } from "#app/reports/figures/kept-releases.server.ts";

const MARK = ".building-";
let made = 0;
const own = new Set<string>();

/** A name for a release file under construction, which tells whose it is. */
export function temporaryName(manifestHash: string): string {
  const name = `${MARK}${process.pid}-${threadId}-${made++}-${manifestHash.slice(0, 16)}`;
  own.add(name);
  return name;
}

/** Removes files that a killed import left lying; those of an import that is still running stay. */
export function removeLeftovers(): void {
  for (const name of readdirSync(releasesFolder())) {
    if (!name.startsWith(MARK) || own.has(name)) continue;
    const pid = Number(/^\.building-(\d+)-/.exec(name)?.[1]);
    if (pid === process.pid || !isAlive(pid)) rmSync(path.join(releasesFolder(), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
