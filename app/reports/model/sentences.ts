import { pick, type Language } from "#app/shared/i18n.ts";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { countedIn } from "./counted.ts";
import { catalogueVersion, catalogueDate, type Indicator } from "#app/reports/definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "./figure-format.ts";
import type { Report } from "./report.ts";
import { texts } from "./texts.ts";

/** What a report says, in words: the same on the page, on paper and for who does not see the charts. */
export function sentences(report: Report, indicator: Indicator, language: Language) {
  const words = pick(texts, language).page;
  const write = (fraction: number) => formatFigure(indicator, fraction, language);
  const number = (value: number) => formatNumber(value, language);
  const { figure, peers, numerator, denominator, period, measuredOn } = report.last;
  const counted = words.counted[countedIn(indicator)];
  return {
    value: figure ? write(figure.value) : "–",
    count: words.count(number(numerator), number(denominator), counted),
    interval: figure ? words.sure(write(figure.low), write(figure.high)) : null,
    verdict: pick(texts, language).verdictLong[report.scope][report.verdict],
    toMedian: toMedian(report.toMedian, words, countedIn(indicator) === "patients", number),
    peers: peers ? words.peers(comparedWith(report, words), number(peers.n)) : words.noPeers,
    fresh: words.fresh(formatPeriod(period), formatDate(measuredOn, language)),
    behind: report.behind ? words.behind(formatPeriod(report.behind)) : null,
    trend: trend(report, write, words),
    strip:
      figure && peers
        ? words.stripText(write(figure.value), write(peers.p10), write(peers.p50), write(peers.p90))
        : null,
  };
}

export type Sentences = ReturnType<typeof sentences>;
type Words = typeof texts.nl.page;

/** The party compared with, by name. */
export function comparedWith({ scope, parties }: Pick<Report, "scope" | "parties">, words: Words): string {
  if (scope === "careGroup") return words.careGroup(parties.careGroup ?? "");
  if (scope === "region") return words.region(parties.region ?? "");
  if (scope === "size") return words.sizes[(parties.size ?? 1) - 1] ?? words.country;
  return words.country;
}

/** Only patients are named: of a rate the numerator is something else than what its denominator counts. */
function toMedian(change: number | null, words: Words, patients: boolean, number: (value: number) => string) {
  if (change === null) return null;
  const size = Math.abs(change);
  const amount = patients ? words.patients(number(size), size === 1) : number(size);
  return change > 0 ? words.more(amount) : words.fewer(amount);
}

function trend(report: Report, write: (fraction: number) => string, words: Words): string {
  const known = report.points.filter((point) => point.figure);
  const [first, last] = [known[0], known.at(-1)];
  if (!first?.figure || !last?.figure) return words.noFigures;
  const parts = [
    first === last
      ? words.trendOne(write(last.figure.value), formatPeriod(last.period))
      : words.trendText(
          write(first.figure.value),
          formatPeriod(first.period),
          write(last.figure.value),
          formatPeriod(last.period),
        ),
  ];
  if (report.last.peers) parts.push(words.medianText(write(report.last.peers.p50)));
  const gaps = report.points.length - known.length;
  if (gaps > 0) parts.push(words.gaps(gaps));
  return parts.join(" ");
}

/** The numbers behind the charts: heads and rows, newest quarter first; of so many quarters, or all. */
export function figureRows(report: Report, indicator: Indicator, language: Language, quarters = report.points.length) {
  const words = pick(texts, language).page;
  const write = (fraction: number) => formatFigure(indicator, fraction, language);
  const number = (value: number) => formatNumber(value, language);
  const heads = [words.period, words.numerator, words.denominator, words.value, words.interval];
  const signalled = (place: number) => report.course.signals.some(({ from, to }) => from <= place && place <= to);
  const peerHeads = ["P10", "P25", words.median, "P75", "P90", words.practices, words.signal];
  const from = Math.max(0, report.points.length - quarters);
  const rows = report.points.slice(from).map(({ period, figure, peers }, n) => {
    const own = figure
      ? [
          number(figure.numerator),
          number(figure.denominator),
          write(figure.value),
          `${write(figure.low)}\u00a0–\u00a0${write(figure.high)}`,
        ]
      : [words.none, "–", "–", "–"];
    const others = peers
      ? [...[peers.p10, peers.p25, peers.p50, peers.p75, peers.p90].map(write), number(peers.n)]
      : Array<string>(6).fill(figure ? words.hidden : "–");
    return [formatPeriod(period).replace(" ", "\u00a0"), ...own, ...others, signalled(from + n) ? words.yes : "–"];
  });
  return { heads: [...heads, ...peerHeads], rows: rows.toReversed() };
}

/** What is counted, and on what that rests (E2). */
export function definitionRows(indicator: Indicator, language: Language): { term: string; value: string }[] {
  const words = pick(texts, language).page;
  const { windowMonths, codes, sources } = indicator;
  return [
    { term: words.numerator, value: indicator.numerator[language] },
    { term: words.denominator, value: indicator.denominator[language] },
    { term: words.direction, value: pick(texts, language).directions[indicator.direction] },
    { term: words.window, value: windowMonths === 0 ? words.windowNow : words.windowMonths(windowMonths) },
    ...codes.map((list) => ({
      term: `${words.codes} ${list.system.toUpperCase()}`,
      value: `${list.label[language]}: ${list.codes.join(", ")}`,
    })),
    {
      term: words.version,
      value: `${catalogueVersion} (${formatDate(catalogueDate, language)}), ${words.basis[indicator.basis]}`,
    },
    ...(sources.length > 0
      ? [
          {
            term: words.sources,
            value: sources.map(({ title, year }) => (year ? `${title} (${year})` : title)).join("; "),
          },
        ]
      : []),
  ];
}
