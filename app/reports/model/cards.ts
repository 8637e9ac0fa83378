import type { Group } from "#app/reports/model/overview.server.ts";
import type { Row } from "#app/reports/model/rows.ts";

/** So many small charts show what a programme is like. */
const MOST = 4;

/** A programme in short: how complete, how many better and worse, and what is furthest from the median. */
export type ProgrammeCard = Omit<Group, "rows"> & { better: number; worse: number; rows: Row[] };

/** Every programme in short. */
export function cardsOf(groups: Group[]): ProgrammeCard[] {
  return groups.map(({ rows, ...group }) => {
    const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
    const furthest = rows.toSorted((a, b) => b.distance - a.distance).slice(0, MOST);
    return { ...group, better: count("better"), worse: count("worse"), rows: furthest };
  });
}
