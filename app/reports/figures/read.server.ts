/** Where the peers stand, as fractions; over practices whose denominator is at least 10. */
export type Peers = {
  n: number;
  /** All numerators over all denominators. */
  pooled: number;
  /** Mean of the practices' own values. */
  mean: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
};

/** The own figures of one practice in one period (`2026-Q3`). Denominator 0: nobody to count. */
export type Point = { period: string; numerator: number; denominator: number };

export type OverviewRow = {
  indicatorId: string;
  numerator: number;
  denominator: number;
  /** Null when fewer than 10 practices may be shown together. */
  country: Peers | null;
  careGroup: Peers | null;
  /** At most 8 periods, oldest first, the shown period included. */
  trend: Point[];
};

export type Overview = {
  period: string;
  /** Date of measurement, `YYYY-MM-DD`. */
  measuredOn: string;
  /** Name of the care group the practice counted in, if any. */
  careGroup: string | null;
  rows: OverviewRow[];
};

export type IndicatorPoint = Point & { measuredOn: string; country: Peers | null; careGroup: Peers | null };
export type IndicatorFigures = { careGroup: string | null; points: IndicatorPoint[] };

/** The newest published period and its date of measurement, or null before the first delivery. */
export async function latestPeriod(): Promise<{ period: string; measuredOn: string } | null> {
  return null;
}

/** All indicators of one practice in its newest period; null when nothing is published for it. Check rights first. */
export async function overview(_practiceAgb: string): Promise<Overview | null> {
  return null;
}

/** One indicator of one practice, oldest period first, at most 20; null when nothing is published. Check rights first. */
export async function indicator(_practiceAgb: string, _indicatorId: string): Promise<IndicatorFigures | null> {
  return null;
}
