import Database from "better-sqlite3";
import { closeSync, fsyncSync, openSync } from "node:fs";
import { benchmarks } from "./benchmarks.ts";
import { bytesOf, CELL, emptyCells } from "./cells.ts";
import type { Columns } from "./one-indicator.ts";
import { packDots } from "./dots.ts";
import { type ReleaseContents, writeLists } from "./write-lists.server.ts";

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

/** Waits until the file or folder is on the disk itself. */
export function force(place: string): void {
  const handle = openSync(place, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
