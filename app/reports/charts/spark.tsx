import type { Palette } from "./palette.ts";
import { round } from "./paths.ts";

const WIDTH = 112;
const HEIGHT = 30;

/** The shape of the last periods in a row of a table, gaps as gaps, with the median as a dashed line. */
export function Spark({
  values,
  median,
  palette,
  title,
}: {
  values: (number | null)[];
  median: number | null;
  palette: Palette;
  /** The same in words, for those who do not see it. */
  title: string;
}) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const all = median === null ? known : [...known, median];
  const least = Math.min(...all);
  const span = Math.max(...all) - least || 1;
  const up = (value: number) => round(HEIGHT - 4 - ((value - least) / span) * (HEIGHT - 8));
  const x = values.map((_, i) => round(3 + (i / (values.length - 1)) * (WIDTH - 6)));
  const y = values.map((value) => (value === null ? null : up(value)));
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{title}</title>
      {median === null ? null : (
        <path
          d={`M3,${up(median)}H${WIDTH - 3}`}
          fill="none"
          stroke={palette.soft}
          strokeWidth={1}
          strokeDasharray="3 3"
        />
      )}
      <path d={steps(x, y)} fill="none" stroke={palette.own} strokeWidth={2} strokeLinejoin="round" />
      <circle cx={x[last]} cy={y[last] ?? 0} r={2.75} fill={palette.own} />
    </svg>
  );
}

/** A line through all known places; a missing one is a gap. */
function steps(x: number[], y: (number | null)[]): string {
  let path = "";
  y.forEach((place, i) => {
    if (place !== null) path += `${i > 0 && y[i - 1] !== null ? "L" : "M"}${x[i]!},${place}`;
  });
  return path;
}
