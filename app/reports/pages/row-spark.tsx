import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { onPage } from "../charts/palette.ts";
import { Spark } from "../charts/spark.tsx";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts } from "#app/reports/model/texts.ts";
import type { Row } from "#app/reports/model/rows.ts";

/** The course of a row as a small chart, with the same in words for those who do not see it. */
export function RowSpark({ row }: { row: Row }) {
  const { language } = useShell();
  const isKnown = (value: number | null) => value !== null;
  const write = (value: number | null | undefined) => (value == null ? "–" : formatFigure(row, value, language));
  const { courseText } = pick(texts, language).overview;
  const title = courseText(write(row.trend.find(isKnown)), write(row.trend.findLast(isKnown)), row.trend.length);
  return <Spark values={row.trend} median={row.median} palette={onPage} title={title} />;
}
