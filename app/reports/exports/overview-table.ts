import { pick, type Language } from "#app/shared/i18n.ts";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import type { Overview } from "../figures/read-overview.server.ts";
import type { Row } from "#app/reports/model/rows.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { intervalOf } from "#app/reports/figures/verdict.ts";
import { figureCells, peerCells } from "./columns.ts";
import type { Cell } from "#app/shared/csv.ts";
import type { Table } from "./file.ts";
import { type Origin, stampOf } from "./origin.ts";
import { texts } from "./texts.ts";

/** Every chosen indicator in its newest quarter beside the country. `choice` says in words what was chosen. */
export function overviewTable(rows: Row[], found: Overview, choice: string, origin: Origin, language: Language): Table {
  const words = pick(texts, language);
  const said = pick(reportTexts, language);
  const { columns: names } = words;
  const peers = new Map(found.rows.map((row) => [row.indicatorId, row.country]));
  return {
    ...stampOf(origin, [
      [words.stamp.filter, choice],
      [words.stamp.compared, said.page.country],
    ]),
    heads: [
      ...[names.programme, names.code, names.indicator, names.direction, names.unit, names.period],
      ...[names.numerator, names.denominator, names.value, names.low, names.high],
      ...[names.p10, names.p25, names.median, names.p75, names.p90, names.practices],
      ...[names.verdict, names.change],
    ],
    rows: rows.map((row): Cell[] => {
      const indicator = indicatorById(row.id)!;
      const { numerator, denominator } = row;
      const figure =
        denominator > 0 ? { value: numerator / denominator, ...intervalOf(indicator, numerator, denominator) } : null;
      return [
        programmes.find((one) => one.id === row.programme)?.name[language] ?? "",
        ...[row.id, row.name, said.directions[row.direction], words.units[row.unit], found.period],
        ...[numerator, denominator, ...figureCells(indicator, figure)],
        ...peerCells(indicator, peers.get(row.id) ?? null, words.hidden),
        ...[said.verdicts[row.verdict], row.change === null ? null : said.changes[row.change]],
      ];
    }),
    decimals: [null, null, null, null, null, null, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, null, null],
  };
}
