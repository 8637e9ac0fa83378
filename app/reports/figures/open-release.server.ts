import Database from "better-sqlite3";
import type { Funnel } from "./funnel.ts";
import type { Peers } from "./one-indicator.ts";
import { type Figure, figureAt } from "./cells.ts";
import { type Dot, unpackDots } from "./dots.ts";
import { COUNTRY, type Place } from "./scopes.ts";
import { RELEASE_FORMAT } from "./write-release.server.ts";

const PEERS = "b.n, b.pooled, b.mean, b.p10, b.p25, b.p50, b.p75, b.p90";
type Sum = number | null;
type PeersRow = [n: number, pooled: Sum, mean: Sum, p10: number, p25: number, p50: number, p75: number, p90: number];

export type { Figure };
export type ReleasePractice = Place & { number: number; merged: boolean };
/** A practice of a care group. `named` is what the sender delivered: no consent to show it. */
export type Member = { number: number; agb: string; named: string | null };

/** Questions to one release file. It never changes, so what it answers about peers may be kept. */
export type Release = {
  /** Where a practice stands, or undefined when it was not delivered. */
  practice(agb: string): ReleasePractice | undefined;
  /** Figure of an indicator (by number) of this practice, for as many as are asked. */
  figures(practice: number): (indicator: number) => Figure | undefined;
  peers(scope: number, indicator: number): Peers | null;
  /** The same for all indicators at once, by number; empty where nothing may be shown. */
  allPeers(scope: number): (Peers | undefined)[];
  /** What a funnel over the country is drawn from; null when there are too few practices. */
  funnel(indicator: number): { funnel: Funnel; dots: Dot[] } | null;
  members(group: number): Member[];
  groupName(group: number): string | null;
  /** All care groups, by name. */
  groupNames(): string[];
  regionName(region: number): string | null;
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
  const practice = prepare<[number, number, number, number, number]>(
    "select number, care_group, region, size, merged from practices where agb = ?",
  );
  const cells = prepare<[Buffer]>("select cells from figures where practice = ?");
  const peers = prepare<PeersRow>(`select ${PEERS} from benchmarks b where scope = ? and indicator = ?`);
  const allPeers = prepare<[number, ...PeersRow]>(`select indicator, ${PEERS} from benchmarks b where scope = ?`);
  const funnel = prepare<[number, number, Buffer]>("select target, tau2, dots from funnels where indicator = ?");
  const members = prepare<[number, number, string | null]>(
    "select number, agb, named from practices where care_group = ? order by number",
  );
  const groupName = prepare<[string]>("select name from care_groups where number = ?");
  const groupNames = prepare<[string]>("select name from care_groups order by name");
  const regionName = prepare<[string]>("select name from regions where number = ?");

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
      return row && { number: row[0], group: row[1], region: row[2], size: row[3], merged: row[4] === 1 };
    },
    figures(number) {
      const bytes = cells.get(number)?.[0];
      return (indicator) => bytes && figureAt(bytes, indicator);
    },
    peers(scope, indicator) {
      return scope === COUNTRY ? (country[indicator] ?? null) : asPeers(peers.get(scope, indicator));
    },
    allPeers(scope) {
      const all: (Peers | undefined)[] = [];
      for (const [indicator, ...row] of allPeers.all(scope)) all[indicator] = asPeers(row) ?? undefined;
      return all;
    },
    funnel(indicator) {
      const row = funnel.get(indicator);
      return row ? { funnel: { target: row[0], tau2: row[1] }, dots: unpackDots(row[2]) } : null;
    },
    members: (group) =>
      members.all(group).map(([number, agb, named]) => ({ number, agb: String(agb).padStart(8, "0"), named })),
    groupNames: () => groupNames.all().map(([name]) => name),
    groupName: (group) => groupName.get(group)?.[0] ?? null,
    regionName: (region) => regionName.get(region)?.[0] ?? null,
    close: () => connection.close(),
  };
}

function asPeers(row: PeersRow | undefined): Peers | null {
  if (!row) return null;
  const [n, pooled, mean, p10, p25, p50, p75, p90] = row;
  return { n, pooled, mean, p10, p25, p50, p75, p90 };
}
