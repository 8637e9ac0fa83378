import { canonicalJson } from "#app/shared/canonical-json.ts";
import type { Fault, Row } from "./rows.ts";
import type { Settings } from "./schema.ts";

const isLater = (version: string | number, than: string | number): boolean => {
  const [a, b] = [version, than].map((one) => String(one).split(".").map(Number));
  const length = Math.max(a!.length, b!.length);
  for (let at = 0; at < length; at++) {
    const difference = (a![at] ?? 0) - (b![at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

/**
 * What may not be changed in settings that hold, one by one right. Who accepted terms accepted a text: another text is
 * another version, later than every one before, or an acceptance would be about words that were never read.
 * @param kept all rows that ever were
 */
export function changeFaults(kept: (Row & { revision: number })[], after: Settings): Fault[] {
  const before = (kind: Row["kind"], key: string) =>
    kept.filter((row) => row.kind === kind && row.key === key && row.value !== null);
  const texts = [
    { kind: "terms" as const, key: "", path: "terms", now: after.terms },
    ...after.environments.map(({ id, terms }) => ({
      kind: "client_terms" as const,
      key: id,
      path: `environments.${id}.terms`,
      now: terms,
    })),
  ];
  const faults: Fault[] = texts
    .filter(({ kind, key, now }) => {
      const [last] = before(kind, key).sort((a, b) => b.revision - a.revision);
      if (!last || canonicalJson(last.value) === canonicalJson(now)) return false;
      return !isLater(now.version, (last.value as { version: string | number }).version);
    })
    .map(({ path }) => ({ path, code: "same_version" }));
  const groups = new Set(after.careGroups.map(({ id }) => id));
  const known = new Set(kept.filter(({ kind }) => kind === "care_group").map(({ key }) => key));
  // Practices and signed documents name it by its id.
  for (const id of known) if (!groups.has(id)) faults.push({ path: `careGroups.${id}`, code: "care_group_gone" });
  return faults;
}
