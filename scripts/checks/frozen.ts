import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const FROZEN = "db/frozen.json";
/** A migration that came out with an issue: databases have run it, so it stays as it is. */
export type Frozen = { tag: string; when: number; sha256: string };
type Entry = { tag: string; when: number };

const journal = (folder: string) =>
  (JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8")) as { entries: Entry[] }).entries;

/** The migrations of a folder, in order, as they are kept in the list of what came out. */
export function presentMigrations(folder: string): Frozen[] {
  return journal(folder).map(({ tag, when }) => {
    const file = path.join(folder, `${tag}.sql`);
    // Lines may end in two ways, as git gives them out.
    const sql = existsSync(file) ? readFileSync(file, "utf8").replace(/\r\n/g, "\n") : "";
    return { tag, when, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * What came out is still there, first and in the same order, word for word; what is newer comes after it in time, because
 * a database runs by the moment what it lacks.
 */
export function frozenFaults(folder = "db/migrations", list = FROZEN): string[] {
  const kept = JSON.parse(readFileSync(list, "utf8")) as Frozen[];
  const present = presentMigrations(folder);
  const faults = kept.flatMap((one, at) => {
    const here = present[at];
    if (here?.tag !== one.tag) return [`${folder}/${one.tag}.sql: came out, so it stays in its place; add a new one`];
    if (here.sha256 !== one.sha256 || here.when !== one.when)
      return [`${folder}/${one.tag}.sql: came out, so it stays as it is; write what changes as a new one`];
    return [];
  });
  for (const [at, { tag, when }] of present.entries()) {
    const before = present[at - 1];
    if (before && when <= before.when)
      faults.push(`${folder}/${tag}.sql: older than ${before.tag}, and would be left out`);
  }
  return faults;
}
