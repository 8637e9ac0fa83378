import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts } from "#app/reports/model/texts.ts";
import { RowSpark } from "./row-spark.tsx";
import type { Row } from "#app/reports/model/rows.ts";
import { toneOf } from "#app/reports/model/tone.ts";

const HEAD = "px-4 py-2.5 text-[0.9375rem] font-semibold";

/** Indicators of one programme: value, course, median, and what may be said of it. */
export function IndicatorTable({ rows, caption, practice }: { rows: Row[]; caption: string; practice: string | null }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { overview } = words;
  const suffix = practice ? `?praktijk=${practice}` : "";
  return (
    <div
      className="cards-on-phone overflow-x-auto rounded-xl border border-line bg-raised"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-[0.9375rem]" role="table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="bg-sunk text-left">
            <th role="columnheader" scope="col" className={HEAD}>
              {overview.indicator}
            </th>
            <th role="columnheader" scope="col" className={HEAD}>
              {overview.value}
            </th>
            <th role="columnheader" scope="col" className={HEAD}>
              {overview.course}
            </th>
            <th role="columnheader" scope="col" className={HEAD}>
              {overview.median}
            </th>
            <th role="columnheader" scope="col" className={HEAD}>
              {overview.compared}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row" className="figure-row border-t border-line">
              <th
                role="rowheader"
                scope="row"

                className="text-left sm:px-4 sm:py-2.5 font-medium sm:w-[38%]"
              >
                <span>
                  <a href={`/rapportages/${row.id}${suffix}`} className="inline-block min-h-6">
                    {row.name}
                  </a>
                  <span className="block text-sm font-normal text-soft">{words.directions[row.direction]}</span>
                </span>
              </th>
              <td role="cell" className="sm:px-4 sm:py-2.5">
                <span>
                  <strong className="text-lg">
                    {row.value === null ? "–" : formatFigure(row, row.value, language)}
                  </strong>
                  <span className="block text-sm whitespace-nowrap text-soft">
                    {(row.unit === "percent" ? overview.of : overview.per1000)(
                      formatNumber(row.numerator, language),
                      formatNumber(row.denominator, language),
                    )}
                  </span>
                </span>
              </td>
              <td role="cell" className="sm:px-4 sm:py-2.5">
                <RowSpark row={row} />
              </td>
              <td role="cell" data-label={overview.median} className="sm:px-4 sm:py-2.5">
                {row.median === null ? overview.hidden : formatFigure(row, row.median, language)}
              </td>
              <td role="cell" className="sm:px-4 sm:py-2.5">
                <span>
                  <Badge kind={toneOf(row.verdict)}>{words.verdicts[row.verdict]}</Badge>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
