import Database from "better-sqlite3";
import { COUNTRY, type Peers } from "./benchmarks.ts";
import { RELEASE_FORMAT } from "./write-release.server.ts";

const PEERS = "b.n, b.pooled, b.mean, b.p10, b.p25, b.p50, b.p75, b.p90";
type PeersRow = [
  n: number,
  pooled: number,
  mean: number,
  p10: number,
  p25: number,
  p50: number,
  p75: number,
  p90: number,
];

export type Figure = { numerator: number; denominator: number };

/** Questions to one release file. It never changes, so what it answers about peers may be kept. */
export type Release = {
  /** Number and care group of a practice (group 0: none), or undefined when it was not delivered. */
  practice(agb: string): { number: number; group: number } | undefined;
  /** All figures of a practice: indicator number, numerator, denominator. */
  figures(practice: number): [indicator: number, numerator: number, denominator: number][];
  figure(practice: number, indicator: number): Figure | undefined;
  peers(scope: number, indicator: number): Peers | null;
  /** The same for all indicators at once, by number; empty where nothing may be shown. */
  allPeers(scope: number): (Peers | undefined)[];
  groupName(group: number): string | null;
  indicatorIds: string[];
  indicatorNumber(id: string): number | undefined;
  close(): void;
};

/** Opens a finished release file for reading. @throws when it is missing or of another format */
export function openRelease(file: string): Release {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  // Exclusive keeps the one shared lock between reads: the file is immutable, asking again each time is lost work.
  connection.exec("pragma locking_mode = exclusive; pragma trusted_schema = off; pragma mmap_size = 268435456;");
  if (connection.pragma("user_version", { simple: true }) !== RELEASE_FORMAT) {
    connection.close();
    throw new Error(`${file} is not a release file of format ${RELEASE_FORMAT}`);
  }
  const prepare = <Row>(text: string) => connection.prepare<unknown[], Row>(text).raw();
  const practice = prepare<[number, number]>("select number, care_group from practices where agb = ?");
  const figures = prepare<[number, number, number]>(
    "select indicator, numerator, denominator from figures where practice = ? order by indicator",
  );
  const figure = prepare<[number, number]>(
    "select numerator, denominator from figures where practice = ? and indicator = ?",
  );
  const peers = prepare<PeersRow>(`select ${PEERS} from benchmarks b where scope = ? and indicator = ?`);
  const allPeers = prepare<[number, ...PeersRow]>(`select indicator, ${PEERS} from benchmarks b where scope = ?`);
  const groupName = prepare<[string]>("select name from care_groups where number = ?");

  const indicatorIds = prepare<[string]>("select id from indicators order by number")
    .all()
    .map(([id]) => id);
  const numbers = new Map(indicatorIds.map((id, number) => [id, number]));
  const country = indicatorIds.map((_, number) => asPeers(peers.get(COUNTRY, number)));
  return {
    indicatorIds,
    indicatorNumber: (id) => numbers.get(id),
    practice(agb) {
      const row = practice.get(Number(agb));
      return row && { number: row[0], group: row[1] };
    },
    figures: (number) => figures.all(number),
    figure(number, indicator) {
      const row = figure.get(number, indicator);
      return row && { numerator: row[0], denominator: row[1] };
    },
    peers(scope, indicator) {
      return scope === COUNTRY ? (country[indicator] ?? null) : asPeers(peers.get(scope, indicator));
    },
    allPeers(scope) {
      const all: (Peers | undefined)[] = [];
      for (const [indicator, ...row] of allPeers.all(scope)) all[indicator] = asPeers(row) ?? undefined;
      return all;
    },
    groupName: (group) => groupName.get(group)?.[0] ?? null,
    close: () => connection.close(),
  };
}

function asPeers(row: PeersRow | undefined): Peers | null {
  if (!row) return null;
  const [n, pooled, mean, p10, p25, p50, p75, p90] = row;
  return { n, pooled, mean, p10, p25, p50, p75, p90 };
}
