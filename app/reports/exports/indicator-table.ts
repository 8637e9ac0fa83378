import { pick, type Language } from "#app/shared/i18n.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { insightOf } from "#app/reports/model/insight.ts";
import type { Report } from "#app/reports/model/report.ts";
import { comparedWith } from "#app/reports/model/sentences.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { figureCells, peerCells } from "./columns.ts";
import type { Cell } from "#app/shared/csv.ts";
import type { Table } from "./file.ts";
import { type Origin, stampOf } from "./origin.ts";
import { texts } from "./texts.ts";

/** Every quarter of one indicator beside the chosen peers, newest first. */
export function indicatorTable(report: Report, indicator: Indicator, origin: Origin, language: Language): Table {
  const words = pick(texts, language);
  const { columns: names } = words;
  const signalled = (place: number) => report.course.signals.some(({ from, to }) => from <= place && place <= to);
  const rows = report.points.map(({ period, measuredOn, figure, peers }, place): Cell[] => [
    period,
    measuredOn === null ? null : { date: measuredOn },
    figure?.numerator ?? null,
    figure?.denominator ?? null,
    ...figureCells(indicator, figure),
    ...(measuredOn === null ? Array<null>(6).fill(null) : peerCells(indicator, peers, words.hidden)),
    signalled(place) ? words.yes : words.no,
  ]);
  const own = [names.period, names.measured, names.numerator, names.denominator, names.value, names.low, names.high];
  const peers = [names.p10, names.p25, names.median, names.p75, names.p90, names.practices];
  const insight = insightOf(report, indicator, language);
  const base = stampOf(origin, [
    [words.about, `${indicator.id} ${indicator.name[language]}`],
    [names.unit, words.units[indicator.unit]],
    [words.stamp.compared, comparedWith(report, pick(reportTexts, language).page)],
    ...(insight.caseMix ? [[words.stamp.corrected, insight.caseMix.value] satisfies [string, Cell]] : []),
  ]);
  return {
    ...base,
    origin: { heads: [...base.origin.heads, names.code], cells: [...base.origin.cells, indicator.id] },
    heads: [...own, ...peers, names.signal],
    rows: rows.toReversed(),
    decimals: [null, null, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, null],
  };
}
