import { pick } from "#app/shared/i18n.ts";
import { DataTable } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Report } from "../report.ts";
import { comparedWith, figureRows } from "../sentences.ts";
import { texts } from "../texts.ts";

/** Every number behind the charts (E13). */
export function FiguresTable({ report, indicator }: { report: Report; indicator: Indicator }) {
  const { language } = useShell();
  const words = pick(texts, language).page;
  const { heads, rows } = figureRows(report, indicator, language);
  return (
    <details className="print-open my-6">
      <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-brand-text underline underline-offset-4">
        {words.table}
      </summary>
      <DataTable
        caption={words.tableCaption(comparedWith(report, words))}
        showCaption
        columns={heads}
        rows={rows.map((cells) => ({ key: cells[0] ?? "", cells }))}
        numeric={heads.map((_, i) => i).slice(1)}
      />
    </details>
  );
}
