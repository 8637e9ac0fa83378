import { line } from "d3-shape";
import type { Palette } from "./palette.ts";

const WIDTH = 112;
const HEIGHT = 30;

/** The shape of the last periods in a row of a table, with the median as a dashed line; said in words beside it. */
export function Spark({
  values,
  median,
  palette,
}: {
  values: (number | null)[];
  median: number | null;
  palette: Palette;
}) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const all = median === null ? known : [...known, median];
  const least = Math.min(...all);
  const span = Math.max(...all) - least || 1;
  const up = (value: number) => Math.round((HEIGHT - 4 - ((value - least) / span) * (HEIGHT - 8)) * 10) / 10;
  const at = (i: number) => Math.round((3 + (i / (values.length - 1)) * (WIDTH - 6)) * 10) / 10;
  const path = line<number>()
    .defined((i) => values[i] !== null)
    .x(at)
    .y((i) => up(values[i]!))
    .digits(1)([...values.keys()]);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {median === null ? null : (
        <line
          x1={3}
          x2={WIDTH - 3}
          y1={up(median)}
          y2={up(median)}
          stroke={palette.soft}
          strokeWidth={1}
          strokeDasharray="3 3"
        />
      )}
      {path ? <path d={path} fill="none" stroke={palette.own} strokeWidth={2} /> : null}
    </svg>
  );
}
