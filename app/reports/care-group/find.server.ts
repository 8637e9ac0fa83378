import { audit } from "#app/platform/audit/record.server.ts";
import { namedPractices } from "#app/platform/rights/named-practices.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { catalogueVersion, type Indicator } from "../definitions/catalogue.ts";
import { MIN_DENOMINATOR } from "../figures/disclosure.ts";
import { keptReleases } from "../figures/kept-releases.server.ts";
import type { Peers } from "../figures/one-indicator.ts";
import { published } from "../figures/read.server.ts";
import { mayOpen } from "#app/reports/model/overview.server.ts";
import { intervalOf, SMALLEST } from "#app/reports/figures/verdict.ts";
import { nameable } from "./nameable.ts";

/** One practice by name, or the reader's own; value and interval as fractions. */
export type Member = {
  name: string;
  own: boolean;
  numerator: number;
  denominator: number;
  value: number;
  low: number;
  high: number;
  small: boolean;
};

export type CareGroupView = {
  group: string;
  period: string;
  measuredOn: string;
  /** Null when the group may not be shown together. */
  peers: Peers | null;
  members: Member[];
  /** Practices of the group that are not shown by name, and those with a name but too few counted. */
  unnamed: number;
  tooSmall: number;
};

/**
 * The care group of a practice for one indicator: who consented by name, the rest as a band. That it was seen stands in
 * the log.
 * @throws NotFound when the indicator is not open to this person, or the practice is in no group or has no figures
 */
export async function careGroupFor(
  actor: AccountActor,
  practice: PracticeRights,
  indicator: Indicator,
): Promise<CareGroupView> {
  if (!practice.reports || !mayOpen(practice, indicator)) throw new NotFound();
  const found = keptReleases(await published()).find(({ release }) => release.practice(practice.agb));
  const place = found?.release.practice(practice.agb);
  const number = found?.release.indicatorNumber(indicator.id);
  if (!found || !place || place.group === 0 || number === undefined) throw new NotFound();
  const { release, period, measuredOn } = found;

  const counted = release.members(place.group).flatMap((one) => {
    const figure = release.figures(one.number)(number);
    return figure && figure.denominator > 0 ? [{ ...one, ...figure }] : [];
  });
  // What the delivery names is no consent: that is given in the portal, by the practitioners themselves.
  const consents = await namedPractices(counted.map((one) => one.agb));
  const all = counted.map((one) => ({ ...one, named: consents.get(one.agb) ?? null }));
  const peers = release.peers(place.group, number);
  const names = peers === null ? new Set<number>() : nameable(all);
  const members = all.flatMap(({ number: one, named, numerator, denominator }): Member[] => {
    const own = one === place.number;
    if (!own && !names.has(one)) return [];
    const interval = intervalOf(indicator, numerator, denominator);
    const name = own ? practice.name : (named ?? "");
    const value = numerator / denominator;
    return [{ name, own, numerator, denominator, value, ...interval, small: denominator < SMALLEST }];
  });
  const shown = members.filter((one) => !one.own).length;
  await transaction((tx) =>
    audit(tx, actor, {
      event: "report.care_group",
      id: indicator.id,
      version: catalogueVersion,
      organisation: practice.agb,
      basis: practice.authorizationIds.join(" "),
      detail: { period, practices: shown },
    }),
  );
  const tooSmall = all.filter(
    (one) => one.number !== place.number && one.named !== null && one.denominator < MIN_DENOMINATOR,
  ).length;
  return {
    ...{ group: release.groupName(place.group) ?? "", period, measuredOn, peers, members },
    unnamed: all.filter((one) => one.number !== place.number).length - shown - tooSmall,
    tooSmall,
  };
}
