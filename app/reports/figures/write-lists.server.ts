import type Database from "better-sqlite3";
import type { Unit } from "./funnel.ts";
import type { Division } from "./disclosure.ts";
import { scopeNumber, sizeClass } from "./scopes.ts";

export type DeliveredPractice = {
  agb: string;
  careGroup: string | null;
  region: string | null;
  listSize: number | null;
  /** The name under which it wants to be seen by its care group; null without consent. */
  named: string | null;
  /** Codes of practices that were taken up in this one in this period. */
  formerly: string[];
};

export type ReleaseContents = {
  /** Facts about the delivery, readable in the file itself. */
  about: Record<string, string>;
  /** In the order of their numbers. */
  indicators: { id: string; unit: Unit }[];
  /** Ascending by code. */
  practices: DeliveredPractice[];
};

/** Writes what the figures are about, and says how the practices are divided: care groups, regions, classes of size. */
export function writeLists(connection: Database.Database, contents: ReleaseContents): Division[] {
  const about = connection.prepare("insert into about values (?,?)");
  for (const [key, value] of Object.entries(contents.about)) about.run(key, value);
  const indicator = connection.prepare("insert into indicators values (?,?)");
  contents.indicators.forEach(({ id }, number) => indicator.run(number, id));

  const groups = numbered(connection, "care_groups");
  const regions = numbered(connection, "regions");
  const practice = connection.prepare("insert into practices values (?,?,?,?,?,?,?)");
  const places = contents.practices.map((one, number) => {
    const place = { group: groups(one.careGroup), region: regions(one.region), size: sizeClass(one.listSize) };
    practice.run(
      Number(one.agb),
      number,
      place.group,
      place.region,
      place.size,
      one.formerly.length > 0 ? 1 : 0,
      one.named,
    );
    return place;
  });
  return (["careGroup", "region", "size"] as const).map((scope) => {
    const numbers: number[] = [];
    const known = new Map<number, number>();
    const of = Int32Array.from(places, (place) => {
      const number = scopeNumber(scope, place);
      if (number === null) return -1;
      if (!known.has(number)) known.set(number, numbers.push(number) - 1);
      return known.get(number)!;
    });
    return { of, numbers };
  });
}

/** Numbers names from 1 in the order in which they come, and writes them down; 0 for none. */
function numbered(connection: Database.Database, table: "care_groups" | "regions"): (name: string | null) => number {
  const insert = connection.prepare(`insert into ${table} values (?,?)`);
  const numbers = new Map<string, number>();
  return (name) => {
    if (name === null) return 0;
    const known = numbers.get(name);
    if (known) return known;
    numbers.set(name, numbers.size + 1);
    insert.run(numbers.size, name);
    return numbers.size;
  };
}
