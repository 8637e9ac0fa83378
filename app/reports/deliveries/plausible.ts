import type { Comparison, Finding, Totals } from "#db/schema/reports.ts";
import type { ReleaseSummary } from "../figures/release-summary.ts";

/** What is let through without a decision (`reporting.md` 3.2, level 5). A rate per 1000 is a fraction here too. */
export const LIMITS = {
  /** National mean of an indicator: points out of 100. */
  meanPoints: 5,
  /** Denominators of one practice: share by which they may move; and how many practices may pass that. */
  denominatorShare: 0.3,
  movedPractices: 3,
  movedShare: 0.05,
  /** Practices of the release before that are not there any more. */
  missingShare: 0.02,
  /** Practices with numerator 0: points out of 100 by which their share may grow. */
  zeroPoints: 20,
  /** Control totals, per practice. */
  totalShare: 0.2,
} as const;

/** Below so many counted patients a practice moves by chance. */
const LEAST_DENOMINATOR = 100;
const LEAST_PRACTICES = 10;
const MOST_CODES = 50;

/** What can be said of a release with none before it: its sums, and who merged. */
export function nothingBefore(totals: Totals, formerly: Map<number, number[]>): Comparison {
  const none = { count: 0, codes: [] };
  const merged = listed([...formerly.keys()]);
  return { before: null, totals, fresh: none, gone: none, moved: none, merged, indicators: [], findings: [] };
}

/**
 * How a release differs from the one before it, and what of that a data manager has to look at.
 * @param formerly practice → codes of the practices it took up; those are not missing, and it is not compared
 */
export function compare(now: ReleaseSummary, before: ReleaseSummary, formerly: Map<number, number[]>): Comparison {
  const takenUp = new Set([...formerly.values()].flat());
  const known = before.denominators;
  const fresh = [...now.denominators.keys()].filter((agb) => !known.has(agb));
  const gone = [...known.keys()].filter((agb) => !now.denominators.has(agb) && !takenUp.has(agb));
  const moved = [...now.denominators].flatMap(([agb, sum]) => {
    const was = known.get(agb) ?? 0;
    if (formerly.has(agb) || was < LEAST_DENOMINATOR) return [];
    return over(Math.abs(sum / was - 1), LIMITS.denominatorShare) ? [agb] : [];
  });
  const indicators = [...now.indicators].map(([id, { mean, zero }]) => {
    const was = before.indicators.get(id);
    return { id, mean, zero, meanBefore: was?.mean ?? null, zeroBefore: was?.zero ?? 0 };
  });
  const made: Comparison = {
    before: { period: before.period, deliveryId: before.deliveryId, totals: before.totals },
    totals: now.totals,
    fresh: listed(fresh),
    gone: listed(gone),
    moved: listed(moved),
    merged: listed([...formerly.keys()]),
    indicators,
    findings: [],
  };
  return { ...made, findings: findings(made, now, before) };
}

function findings(made: Comparison, now: ReleaseSummary, before: ReleaseSummary): Finding[] {
  const found: Finding[] = [];
  const add = (code: Finding["code"], subject: string, value: number) => found.push({ code, subject, value });
  for (const column of ["numerator", "denominator"] as const) {
    const was = per(before, column);
    const share = was === 0 ? 0 : per(now, column) / was - 1;
    if (over(Math.abs(share), LIMITS.totalShare)) add("totals", column, share);
  }
  const missing = made.gone.count / before.totals.practices;
  if (over(missing, LIMITS.missingShare)) add("missing", String(made.gone.count), missing);
  const compared = [...now.denominators.keys()].filter((agb) => before.denominators.has(agb)).length;
  if (made.moved.count > Math.max(LIMITS.movedPractices, LIMITS.movedShare * compared))
    add("denominators", String(made.moved.count), made.moved.count / compared);
  for (const { id, mean, meanBefore, zero, zeroBefore } of made.indicators) {
    const points = mean === null || meanBefore === null ? 0 : (mean - meanBefore) * 100;
    if (over(Math.abs(points), LIMITS.meanPoints)) add("mean", id, points);
    const practices = now.indicators.get(id)?.practices ?? 0;
    const more = (zero - zeroBefore) * 100;
    const comparable = (before.indicators.get(id)?.practices ?? 0) >= LEAST_PRACTICES;
    if (comparable && practices >= LEAST_PRACTICES && over(more, LIMITS.zeroPoints)) add("zeroes", id, more);
  }
  return found;
}

/** Over a bound, and not on it: 1300 / 1000 - 1 is a little more than 0.3. */
const over = (value: number, bound: number) => value - bound > 1e-9;

const per = ({ totals }: ReleaseSummary, column: "numerator" | "denominator") =>
  totals[column] / Math.max(1, totals.practices);

function listed(codes: number[]): { count: number; codes: string[] } {
  const sorted = codes.toSorted((a, b) => a - b).slice(0, MOST_CODES);
  return { count: codes.length, codes: sorted.map((agb) => String(agb).padStart(8, "0")) };
}
