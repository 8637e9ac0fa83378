import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Report } from "#app/reports/model/report.ts";
import { comparedWith, figureRows } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";

/** One year; the rest is one step away. */
const QUARTERS = 4;

type Props = { report: Report; indicator: Indicator; whole: boolean; wholeHref: string };

/** Every number behind the charts (E13): the last year, and all quarters where they are asked for. */
export function FiguresTable({ report, indicator, whole, wholeHref }: Props) {
  const { language } = useShell();
  const words = pick(texts, language).page;
  const { heads, rows } = figureRows(report, indicator, language, whole ? undefined : QUARTERS);
  const caption = words.tableCaption(comparedWith(report, words));
  return (
    <details id="cijfers" className="print-open my-6" open={whole}>
      <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-brand-text underline underline-offset-4">
        {whole ? words.table : words.tableRecent}
      </summary>
      <div
        className="cards-on-phone figures my-4 overflow-x-auto rounded-xl border border-line bg-raised"
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        <table className="w-full border-collapse" role="table">
          <caption className="px-4 py-3 text-left text-soft">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row" className="bg-sunk">
              {heads.map((head) => (
                <th key={head} role="columnheader" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((cells) => (
              <tr key={cells[0]} role="row">
                {cells.map((cell, i) => (
                  <td key={i} role="cell" data-label={heads[i]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!whole && report.points.length > QUARTERS ? (
        <p className="no-print">
          <a href={wholeHref} className="inline-flex min-h-11 items-center">
            {words.tableWhole(report.points.length)}
          </a>
        </p>
      ) : null}
    </details>
  );
}
