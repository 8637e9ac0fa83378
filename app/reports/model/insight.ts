import { pick, type Language } from "#app/shared/i18n.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { Indicator } from "#app/reports/definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "./figure-format.ts";
import { FUNNEL_Z, funnelLimits } from "#app/reports/figures/funnel.ts";
import type { Report } from "./report.ts";
import type { Signal } from "./signals.ts";
import { texts } from "./texts.ts";

type Words = typeof texts.nl.insight;

/** What lies behind the figure, in words: rank, change in a year, signals in the course, case mix, place in the funnel. */
export function insightOf(report: Report, indicator: Indicator, language: Language) {
  const words = pick(texts, language).insight;
  const write = (fraction: number) => formatFigure(indicator, fraction, language);
  return {
    rank: report.rank === null ? null : words.rank(formatNumber(Math.floor(report.rank * 100), language)),
    change: report.change && words.change[report.change],
    signals: signalWords(report, indicator, words),
    caseMix: caseMixWords(report, words, write, language),
    funnel: funnelWords(report, indicator, words, write, language),
  };
}

export type Insight = ReturnType<typeof insightOf>;

/** A signal as a sentence with its quarters; says which side is good where the indicator has one. */
export function signalWord(signal: Signal, report: Report, indicator: Indicator, words: Words): string {
  const name = (place: number) => formatPeriod(report.points[place]!.period);
  const when = signal.from === signal.to ? words.at(name(signal.from)) : words.span(name(signal.from), name(signal.to));
  const what = words.rules[signal.rule][signal.up ? "up" : "down"];
  if (indicator.direction === "neutral") return `${when}: ${what}.`;
  return `${when}: ${what}. ${signal.up === (indicator.direction === "higher") ? words.good : words.bad}`;
}

function signalWords(report: Report, indicator: Indicator, words: Words) {
  const { few, overlapping, signals } = report.course;
  const merged = report.points.findLast((point) => point.merged);
  const notes = [
    ...(merged ? [words.merged(formatPeriod(merged.period))] : []),
    ...(few ? [words.fewQuarters] : overlapping ? [words.overlapping] : []),
  ];
  const found = signals.map((signal) => signalWord(signal, report, indicator, words)).toReversed();
  return { found: few || found.length > 0 ? found : [words.noSignals], notes };
}

function caseMixWords({ caseMix, last }: Report, words: Words, write: (f: number) => string, language: Language) {
  if (!caseMix || !last.country?.pooled) return null;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  return {
    value: words.correctedValue(write(caseMix.value), write(caseMix.low), write(caseMix.high)),
    how: words.correctedHow(number(last.numerator), number(caseMix.expected, 1), write(last.country.pooled)),
  };
}

function funnelWords(
  report: Report,
  indicator: Indicator,
  words: Words,
  write: (f: number) => string,
  language: Language,
) {
  const { funnel, last } = report;
  if (!funnel || !last.figure) return null;
  const { denominator, value, small } = last.figure;
  const limits = (z: number) => funnelLimits(indicator.unit, funnel.funnel, denominator, z);
  const [near, far] = [limits(FUNNEL_Z.near), limits(FUNNEL_Z.far)];
  const passed = (by: { low: number; high: number }) => value < by.low || value > by.high;
  const above = value > funnel.funnel.target;
  const place = small
    ? words.funnelSmall
    : passed(far)
      ? words.funnelFar(above)
      : passed(near)
        ? words.funnelNear(above)
        : words.funnelInside;
  const bounds = [near.low, near.high, far.low, far.high].map(write) as [string, string, string, string];
  return {
    place,
    facts: words.funnelFacts(write(funnel.funnel.target), ...bounds, formatNumber(denominator, language)),
    dots: words.funnelDots(formatNumber(funnel.dots.length, language)),
  };
}
