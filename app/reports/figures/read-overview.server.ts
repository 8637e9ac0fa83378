import { yearBefore } from "./change.ts";
import { indicators } from "../definitions/catalogue.ts";
import { keptReleases } from "./kept-releases.server.ts";
import type { Peers } from "./one-indicator.ts";
import { type Point, published } from "./read.server.ts";
import { COUNTRY } from "./scopes.ts";

export type OverviewRow = {
  indicatorId: string;
  numerator: number;
  denominator: number;
  /** Null when fewer than 10 practices may be shown together. */
  country: Peers | null;
  careGroup: Peers | null;
  /** The same quarter a year ago; null without one, or when other practices were taken up in this one since. */
  yearAgo: Point | null;
  /** At most 8 periods, oldest first, the shown period included; read when asked for. */
  readonly trend: Point[];
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

const SPARKLINE_PERIODS = 8;

/** All indicators of one practice in its newest period; null when nothing is published for it. Check rights first. */
export async function overview(practiceAgb: string): Promise<Overview | null> {
  const releases = keptReleases(await published());
  const first = releases.findIndex(({ release }) => release.practice(practiceAgb) !== undefined);
  const shown = releases[first];
  if (!shown) return null;
  const known = releases.slice(first, first + SPARKLINE_PERIODS).flatMap(({ release, period }) => {
    const practice = release.practice(practiceAgb);
    return practice ? [{ period, release, merged: practice.merged, figure: release.figures(practice.number) }] : [];
  });
  const mergers = known.flatMap(({ merged, period }) => (merged ? [period] : []));
  known.reverse();
  const { release, period, measuredOn } = shown;
  const own = known.at(-1)!.figure;
  const before = yearBefore(known, period, mergers);
  const { group } = release.practice(practiceAgb)!;
  const careGroup = group === 0 ? [] : release.allPeers(group);
  const rows = indicators.flatMap(({ id }): OverviewRow[] => {
    const number = release.indicatorNumber(id);
    if (number === undefined) return [];
    const figure = own(number);
    if (!figure) return [];
    const point = (one: (typeof known)[number]): Point | null => {
      const at = one.release === release ? number : one.release.indicatorNumber(id);
      const found = at === undefined ? undefined : one.figure(at);
      return found ? { period: one.period, numerator: found.numerator, denominator: found.denominator } : null;
    };
    const { numerator, denominator } = figure;
    return [
      {
        ...{ indicatorId: id, numerator, denominator, careGroup: careGroup[number] ?? null },
        country: release.peers(COUNTRY, number),
        yearAgo: before ? point(before) : null,
        get trend() {
          return known.flatMap((one) => point(one) ?? []);
        },
      },
    ];
  });
  return { newest: releases[0]!.period, period, measuredOn, careGroup: release.groupName(group), rows };
}
