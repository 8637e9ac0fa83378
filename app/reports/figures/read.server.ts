import { desc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { publishedReleases } from "#db/schema/reports.ts";
import type { Funnel } from "./funnel.ts";
import type { Peers } from "./one-indicator.ts";
import type { Figure } from "./cells.ts";
import type { Dot } from "./dots.ts";
import { keptReleases, type PublishedRelease } from "./kept-releases.server.ts";
import { COUNTRY, type Place, type Scope, scopeNumber } from "./scopes.ts";

export type { Dot, Peers, Scope };

/** The own figures of one practice in one period (`2026-Q3`). Denominator 0: nobody to count. */
export type Point = { period: string; numerator: number; denominator: number };

/** The parties a practice belongs to, by name; null where it belongs to none. `size` is the number of its class. */
export type Parties = { careGroup: string | null; region: string | null; size: number | null };

export type IndicatorPoint = Figure &
  Point & {
    measuredOn: string;
    country: Peers | null;
    /** The peers that were asked for. */
    peers: Peers | null;
  };
/** `newest` as in the overview. */
export type IndicatorFigures = {
  newest: string;
  parties: Parties;
  points: IndicatorPoint[];
  /** Periods in which other practices were taken up in this one, with or without a figure of this indicator. */
  mergers: string[];
  /** Of the newest quarter of this practice. */
  funnel: { funnel: Funnel; dots: Dot[] } | null;
};

const TREND_PERIODS = 20;

/** What is shown to practices now, newest period first. */
export async function published(limit: number = TREND_PERIODS): Promise<PublishedRelease[]> {
  const { period, file, measuredOn } = publishedReleases;
  return db.select({ period, file, measuredOn }).from(publishedReleases).orderBy(desc(period)).limit(limit);
}

/** The newest published period and its date of measurement, or null before the first delivery. */
export async function latestPeriod(): Promise<{ period: string; measuredOn: string } | null> {
  const [newest] = await published(1);
  return newest ? { period: newest.period, measuredOn: newest.measuredOn } : null;
}

/**
 * One indicator of one practice, oldest period first, at most 20, beside the peers of `scope`; null when nothing is
 * published. Check rights first.
 */
export async function indicator(
  practiceAgb: string,
  indicatorId: string,
  scope: Scope,
): Promise<IndicatorFigures | null> {
  let parties: Parties | undefined;
  let funnel: IndicatorFigures["funnel"] = null;
  const points: IndicatorPoint[] = [];
  const mergers: string[] = [];
  const releases = keptReleases(await published());
  for (const { period, measuredOn, release } of releases) {
    const practice = release.practice(practiceAgb);
    if (practice?.merged) mergers.push(period);
    const number = release.indicatorNumber(indicatorId);
    const figure = practice && number !== undefined ? release.figures(practice.number)(number) : undefined;
    if (!practice || number === undefined || !figure) continue;
    if (!parties) {
      parties = named(release, practice);
      funnel = release.funnel(number);
    }
    const country = release.peers(COUNTRY, number);
    const asked = scopeNumber(scope, practice);
    const peers = scope === "country" ? country : asked === null ? null : release.peers(asked, number);
    points.push({ ...figure, period, measuredOn, country, peers });
  }
  const [last] = releases;
  return last && parties ? { newest: last.period, parties, points: points.reverse(), mergers, funnel } : null;
}

type Named = { groupName(group: number): string | null; regionName(region: number): string | null };

function named(release: Named, { group, region, size }: Place): Parties {
  return { careGroup: release.groupName(group), region: release.regionName(region), size: size || null };
}
