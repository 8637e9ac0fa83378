import Database from "better-sqlite3";
import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * A second calculation of everything a release file and a report say, in plain SQL over the delivered CSV files alone.
 * It shares no code with the product; percentiles, ranks and sums are those of SQLite.
 */
export type Oracle = Database.Database;

const sql = (name: string) => readFileSync(path.join(import.meta.dirname, `${name}.sql`), "utf8");
const lines = (folder: string, name: string) =>
  readFileSync(path.join(folder, name), "utf8")
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split(";"));
const orNull = (field: string | undefined) => (field === undefined || field === "" ? null : field);

/**
 * Reads the deliveries (folders by number of the quarter) and works out what their release files hold.
 * @param parts what is wanted besides: what reports say of each figure, and (after that) of the course
 */
export function oracleOf(folders: Map<number, string>, ...parts: ("said" | "course")[]): Oracle {
  const memory = new Database(":memory:");
  memory.exec(`pragma temp_store = memory; ${sql("delivered")}`);
  memory.transaction(() => {
    define(memory);
    const practice = memory.prepare("insert into practice values (?,?,?,?,?,?,?,?)");
    const given = memory.prepare("insert into given values (?,?,?,?,?,?)");
    for (const [q, folder] of folders) {
      lines(folder, "practices.csv").forEach(([agb, careGroup, region, listSize, named, formerly], place) => {
        const size = orNull(listSize);
        const facts = [orNull(careGroup), orNull(region), size && Number(size), orNull(named), orNull(formerly)];
        practice.run(q, agb, place, ...facts);
      });
      for (const [agb, indicator, , numerator, denominator, expected] of lines(folder, "values.csv")) {
        const weighed = orNull(expected);
        given.run(q, agb, indicator, Number(numerator), Number(denominator), weighed && Number(weighed));
      }
    }
  })();
  memory.exec(sql("figures"));
  decideShown(memory);
  for (const part of parts) memory.exec(sql(part));
  return memory;
}

type Definition = { id: string; unit: string; direction: string; windowMonths: number };

function define(memory: Oracle): void {
  const file = path.join(import.meta.dirname, "../../app/reports/definitions/indicators.json");
  const { indicators } = JSON.parse(readFileSync(file, "utf8")) as { indicators: Definition[] };
  const insert = memory.prepare("insert into definition values (?,?,?,?)");
  for (const one of indicators) insert.run(one.id, one.unit, one.direction, one.windowMonths);
}

type Group = { kind: string; name: string; members: Set<string> };
const KINDS = ["careGroup", "region", "size"];
const FEWEST = 10;

/**
 * Which groups may be shown, by the rules as `disclosure` states them, over sets of practices and without any haste:
 * ten practices; the country less the shown groups of one kind; a group less the shown groups of another kind inside it.
 */
function decideShown(memory: Oracle): void {
  type Line = { q: number; indicator: string; kind: string; name: string; agb: string };
  const rows = memory
    .prepare(
      `with listed as (select *, min(place) over (partition by q, kind, name) as first from belongs)
       select q, indicator, kind, name, agb from counted join listed using (q, agb) order by q, indicator, kind, first`,
    )
    .all() as Line[];
  const insert = memory.prepare("insert into shown values (?,?,?,?)");
  const byIndicator = Map.groupBy(rows, ({ q, indicator }) => `${q} ${indicator}`);
  for (const of of byIndicator.values()) {
    const { q, indicator } = of[0]!;
    const groups = [...Map.groupBy(of, ({ kind, name }) => `${kind} ${name}`).values()].map((members) => ({
      kind: members[0]!.kind,
      name: members[0]!.name,
      members: new Set(members.map(({ agb }) => agb)),
    }));
    const country = groups.find(({ kind }) => kind === "country")!;
    if (country.members.size < FEWEST) continue;
    const rest = groups.filter((group) => group !== country && group.members.size >= FEWEST);
    let hidden = oneToHide(country, rest);
    while (hidden) {
      rest.splice(rest.indexOf(hidden), 1);
      hidden = oneToHide(country, rest);
    }
    for (const { kind, name } of [country, ...rest]) insert.run(q, indicator, kind, name);
  }
}

function oneToHide(country: Group, shown: Group[]): Group | undefined {
  const reveals = (outer: Group, inner: Group[]) => {
    const left = [...outer.members].filter((one) => !inner.some(({ members }) => members.has(one))).length;
    return inner.length > 0 && left > 0 && left < FEWEST;
  };
  for (const kind of KINDS) {
    const all = shown.filter((group) => group.kind === kind);
    if (!reveals(country, all)) continue;
    return all.find(({ members }) => members.size === Math.min(...all.map((one) => one.members.size)));
  }
  const pairs = [
    ["careGroup", "region"],
    ["region", "careGroup"],
    ["careGroup", "size"],
    ["size", "careGroup"],
    ["region", "size"],
    ["size", "region"],
  ];
  for (const [around, inside] of pairs) {
    const found = shown.find(
      (outer) =>
        outer.kind === around &&
        reveals(
          outer,
          shown.filter(({ kind, members }) => kind === inside && [...members].every((one) => outer.members.has(one))),
        ),
    );
    if (found) return found;
  }
  return undefined;
}
