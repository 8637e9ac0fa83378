import Database from "better-sqlite3";
import { closeSync, fsyncSync, openSync } from "node:fs";
import { benchmarks, type Columns } from "./benchmarks.ts";

/** Changes when the tables below do; readers refuse any other. */
export const RELEASE_FORMAT = 1;

// The key is practice first: a delivery is sorted that way, so rows are appended, and a practice's figures lie together.
const TABLES = `
  create table about(key text primary key, value text not null) without rowid;
  create table indicators(number integer primary key, id text not null);
  create table care_groups(number integer primary key, name text not null);
  create table practices(agb integer primary key, number integer not null, care_group integer not null);
  create table figures(practice integer not null, indicator integer not null, numerator integer not null,
    denominator integer not null, primary key(practice, indicator)) without rowid;
  create table benchmarks(scope integer not null, indicator integer not null, n integer not null, pooled real not null,
    mean real not null, p10 real not null, p25 real not null, p50 real not null, p75 real not null, p90 real not null,
    primary key(scope, indicator)) without rowid;
`;

const ROWS_AT_ONCE = 64;

export type ReleaseContents = {
  /** Facts about the delivery, readable in the file itself. */
  about: Record<string, string>;
  /** Ids in the order of their numbers. */
  indicators: string[];
  /** Ascending by code. */
  practices: { agb: string; careGroup: string | null }[];
};

export type ReleaseWriter = {
  /** Adds one figure; practice and indicator by number, ascending. */
  add: (practice: number, indicator: number, numerator: number, denominator: number) => void;
  /** Writes benchmarks, closes and forces the file to disk. */
  finish: () => void;
  /** Closes without finishing. */
  abandon: () => void;
};

/** Starts a release file at `file`. No journal: until it is finished and renamed, nobody knows it. */
export function startRelease(file: string, contents: ReleaseContents): ReleaseWriter {
  const connection = new Database(file);
  connection.exec(`pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;
    pragma cache_size = -65536; pragma user_version = ${RELEASE_FORMAT}; ${TABLES} begin;`);
  const columns = emptyColumns(contents);
  writeLists(connection, contents, columns.groups);

  const insert = (rows: number) =>
    connection.prepare(`insert into figures values ${Array(rows).fill("(?,?,?,?)").join(",")}`);
  const many = insert(ROWS_AT_ONCE);
  const waiting = new Array<number>(ROWS_AT_ONCE * 4).fill(0);
  let filled = 0;
  return {
    add(practice, indicator, numerator, denominator) {
      waiting[filled++] = practice;
      waiting[filled++] = indicator;
      waiting[filled++] = numerator;
      waiting[filled++] = denominator;
      if (filled === waiting.length) {
        many.run(...waiting);
        filled = 0;
      }
      const at = indicator * columns.practices + practice;
      columns.numerators[at] = numerator;
      columns.denominators[at] = denominator;
    },
    finish() {
      if (filled > 0) insert(filled / 4).run(...waiting.slice(0, filled));
      const benchmark = connection.prepare("insert into benchmarks values (?,?,?,?,?,?,?,?,?,?)");
      for (const { scope, indicator, peers: p } of benchmarks(columns)) {
        benchmark.run(scope, indicator, p.n, p.pooled, p.mean, p.p10, p.p25, p.p50, p.p75, p.p90);
      }
      connection.exec("commit");
      connection.close();
      force(file);
    },
    abandon: () => connection.close(),
  };
}

function emptyColumns({ practices, indicators }: ReleaseContents): Columns {
  const size = practices.length * indicators.length;
  return {
    practices: practices.length,
    indicators: indicators.length,
    numerators: new Int32Array(size),
    denominators: new Int32Array(size).fill(-1),
    groups: new Int32Array(practices.length),
  };
}

function writeLists(connection: Database.Database, contents: ReleaseContents, groups: Int32Array): void {
  const about = connection.prepare("insert into about values (?,?)");
  for (const [key, value] of Object.entries(contents.about)) about.run(key, value);
  const indicator = connection.prepare("insert into indicators values (?,?)");
  contents.indicators.forEach((id, number) => indicator.run(number, id));

  const numbers = new Map<string, number>();
  const group = connection.prepare("insert into care_groups values (?,?)");
  const practice = connection.prepare("insert into practices values (?,?,?)");
  contents.practices.forEach(({ agb, careGroup }, number) => {
    if (careGroup !== null && !numbers.has(careGroup)) {
      numbers.set(careGroup, numbers.size + 1);
      group.run(numbers.size, careGroup);
    }
    groups[number] = careGroup === null ? 0 : numbers.get(careGroup)!;
    practice.run(Number(agb), number, groups[number]);
  });
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
