import Database from "better-sqlite3";
import { closeSync, fsyncSync, openSync } from "node:fs";
import type { Unit } from "../funnel.ts";
import { benchmarks, type Columns } from "./benchmarks.ts";
import { bytesOf, CELL, emptyCells } from "./cells.ts";
import type { Division } from "./disclosure.ts";
import { packDots } from "./dots.ts";
import { scopeNumber, sizeClass } from "./scopes.ts";

/** Changes when the tables below do; readers refuse any other. */
export const RELEASE_FORMAT = 2;

const TABLES = `
  create table about(key text primary key, value text not null) without rowid;
  create table indicators(number integer primary key, id text not null);
  create table care_groups(number integer primary key, name text not null);
  create table regions(number integer primary key, name text not null);
  create table practices(agb integer primary key, number integer not null, care_group integer not null,
    region integer not null, size integer not null, merged integer not null, named text);
  create index members on practices(care_group);
  create table figures(practice integer primary key, cells blob not null);
  create table benchmarks(scope integer not null, indicator integer not null, n integer not null, pooled real, mean real,
    p10 real not null, p25 real not null, p50 real not null, p75 real not null, p90 real not null,
    primary key(scope, indicator)) without rowid;
  create table funnels(indicator integer primary key, target real not null, tau2 real not null, dots blob not null);
`;

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

export type ReleaseWriter = {
  /** Adds one figure; practice and indicator by number. `expected` in thousandths, or -1. */
  add: (practice: number, indicator: number, numerator: number, denominator: number, expected: number) => void;
  /** Writes figures and benchmarks, closes and forces the file to disk. */
  finish: () => void;
  /** Closes without finishing. */
  abandon: () => void;
};

/** Starts a release file at `file`. No journal: until it is finished and renamed, nobody knows it. */
export function startRelease(file: string, contents: ReleaseContents): ReleaseWriter {
  const connection = new Database(file);
  connection.exec(`pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;
    pragma cache_size = -65536; pragma user_version = ${RELEASE_FORMAT}; ${TABLES} begin;`);
  const units = contents.indicators.map(({ unit }) => unit);
  const cells = emptyCells(contents.practices.length, units.length);
  const divisions = writeLists(connection, contents);
  return {
    add(practice, indicator, numerator, denominator, expected) {
      const at = (practice * units.length + indicator) * CELL;
      cells[at] = numerator;
      cells[at + 1] = denominator;
      cells[at + 3] = expected;
    },
    finish() {
      writeFigures(connection, { practices: contents.practices.length, units, cells, divisions });
      connection.exec("commit");
      connection.close();
      force(file);
    },
    abandon: () => connection.close(),
  };
}

function writeFigures(connection: Database.Database, columns: Columns): void {
  const benchmark = connection.prepare("insert into benchmarks values (?,?,?,?,?,?,?,?,?,?)");
  const spread = connection.prepare("insert into funnels values (?,?,?,?)");
  for (const { indicator, scopes, funnel, dots } of benchmarks(columns)) {
    for (const { scope, peers: p } of scopes)
      benchmark.run(scope, indicator, p.n, p.pooled, p.mean, p.p10, p.p25, p.p50, p.p75, p.p90);
    spread.run(indicator, funnel.target, funnel.tau2, packDots(dots));
  }
  // After the benchmarks, which write the rank of each practice into its cells.
  const figures = connection.prepare("insert into figures values (?,?)");
  for (let practice = 0; practice < columns.practices; practice++)
    figures.run(practice, bytesOf(columns.cells, practice, columns.units.length));
}

function writeLists(connection: Database.Database, contents: ReleaseContents): Division[] {
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

/** Waits until the file or folder is on the disk itself. */
export function force(place: string): void {
  const handle = openSync(place, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
