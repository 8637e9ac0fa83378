import type { Indicator } from "../definitions/catalogue.ts";
import type { Peers } from "../figures/one-indicator.ts";
import type { Cell } from "#app/shared/csv.ts";

/** A stored fraction in the unit of its indicator: 63.4 for 63.4 percent or per 1000. */
export const inUnit = ({ unit }: Pick<Indicator, "unit">, fraction: number): number =>
  fraction * (unit === "percent" ? 100 : 1000);

/** P10, P25, median, P75, P90 and the number of practices; the word for suppressed where nothing may be shown. */
export function peerCells(indicator: Indicator, peers: Peers | null, hidden: string): Cell[] {
  if (!peers) return Array<string>(6).fill(hidden);
  const { p10, p25, p50, p75, p90, n } = peers;
  return [...[p10, p25, p50, p75, p90].map((value) => inUnit(indicator, value)), n];
}

type Interval = { value: number; low: number; high: number };

/** Value and interval of a practice's own figure; empty where nobody was counted. */
export function figureCells(indicator: Indicator, figure: Interval | null): Cell[] {
  if (!figure) return [null, null, null];
  return [figure.value, figure.low, figure.high].map((value) => inUnit(indicator, value));
}
