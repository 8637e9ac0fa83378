import { desc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { publishedReleases } from "#db/schema/reports.ts";
import { indicators } from "../definitions/catalogue.ts";
import { COUNTRY, type Peers } from "./benchmarks.ts";
import { keptReleases, type PublishedRelease } from "./kept-releases.server.ts";

export type { Peers };

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
  /** Newest period published for anybody; later than `period` when this practice was left out of it. */
  newest: string;
  period: string;
  /** Date of measurement, `YYYY-MM-DD`. */
  measuredOn: string;
  /** Name of the care group the practice counted in, if any. */
  careGroup: string | null;
  /** In the order of the catalogue; what was not delivered is left out. */
  rows: OverviewRow[];
};

export type IndicatorPoint = Point & { measuredOn: string; country: Peers | null; careGroup: Peers | null };
/** `newest` as in the overview. */
export type IndicatorFigures = { newest: string; careGroup: string | null; points: IndicatorPoint[] };

const SPARKLINE_PERIODS = 8;
const TREND_PERIODS = 20;

async function published(limit: number): Promise<PublishedRelease[]> {
  const { period, file, measuredOn } = publishedReleases;
  return db.select({ period, file, measuredOn }).from(publishedReleases).orderBy(desc(period)).limit(limit);
}

/** The newest published period and its date of measurement, or null before the first delivery. */
export async function latestPeriod(): Promise<{ period: string; measuredOn: string } | null> {
  const [newest] = await published(1);
  return newest ? { period: newest.period, measuredOn: newest.measuredOn } : null;
}

/** All indicators of one practice in its newest period; null when nothing is published for it. Check rights first. */
export async function overview(practiceAgb: string): Promise<Overview | null> {
  const releases = keptReleases(await published(TREND_PERIODS));
  const known = releases.flatMap(({ release, ...facts }) => {
    const practice = release.practice(practiceAgb);
    return practice ? [{ ...facts, release, practice }] : [];
  });
  const [shown] = known;
  if (!shown) return null;

  const trends = new Map<string, Point[]>();
  for (const { period, release, practice } of known.slice(0, SPARKLINE_PERIODS).reverse()) {
    for (const [number, numerator, denominator] of release.figures(practice.number)) {
      const id = release.indicatorIds[number]!;
      const point = { period, numerator, denominator };
      const trend = trends.get(id);
      if (trend) trend.push(point);
      else trends.set(id, [point]);
    }
  }
  const { release, practice, period, measuredOn } = shown;
  const careGroup = practice.group === 0 ? [] : release.allPeers(practice.group);
  const rows = indicators.flatMap(({ id }): OverviewRow[] => {
    const trend = trends.get(id);
    const last = trend?.at(-1);
    if (!trend || last?.period !== period) return [];
    const number = release.indicatorNumber(id)!;
    const { numerator, denominator } = last;
    const country = release.peers(COUNTRY, number);
    return [{ indicatorId: id, numerator, denominator, country, careGroup: careGroup[number] ?? null, trend }];
  });
  const newest = releases[0]!.period;
  return { newest, period, measuredOn, careGroup: release.groupName(practice.group), rows };
}

/** One indicator of one practice, oldest period first, at most 20; null when nothing is published. Check rights first. */
export async function indicator(practiceAgb: string, indicatorId: string): Promise<IndicatorFigures | null> {
  let careGroup: string | null = null;
  const points: IndicatorPoint[] = [];
  const releases = keptReleases(await published(TREND_PERIODS));
  for (const { period, measuredOn, release } of releases) {
    const practice = release.practice(practiceAgb);
    const number = release.indicatorNumber(indicatorId);
    const figure = practice && number !== undefined ? release.figure(practice.number, number) : undefined;
    if (!practice || number === undefined || !figure) continue;
    if (points.length === 0) careGroup = release.groupName(practice.group);
    points.push({
      period,
      measuredOn,
      ...figure,
      country: release.peers(COUNTRY, number),
      careGroup: practice.group === 0 ? null : release.peers(practice.group, number),
    });
  }
  const [last] = releases;
  return last && points.length > 0 ? { newest: last.period, careGroup, points: points.reverse() } : null;
}
