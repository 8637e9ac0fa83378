import { scaleLinear } from "d3-scale";
import type { Peers } from "../figures/one-indicator.ts";
import type { Palette } from "./palette.ts";
import { round } from "./paths.ts";

type Row = { name: string; own: boolean; value: number; low: number; high: number; small: boolean };
type Props = {
  rows: Row[];
  peers: Peers | null;
  palette: Palette;
  size: "wide" | "narrow";
  title: string;
  description: string;
  id: string;
  ceiling: number | null;
  format: (fraction: number, decimals: number) => string;
};

const STEP = 28;
const SIZES = {
  wide: { width: 720, left: 230, right: 20, top: 30, letters: 30, ticks: 6 },
  narrow: { width: 340, left: 150, right: 22, top: 30, letters: 20, ticks: 3 },
};

/** Practices one below the other, each with its interval, on the band of the whole group. */
export function Members({ rows, peers, palette, size, title, description, id, ceiling, format }: Props) {
  const box = SIZES[size];
  const height = box.top + rows.length * STEP + 12;
  const ends = [...rows.flatMap((row) => [row.low, row.high]), ...(peers ? [peers.p10, peers.p90] : [])];
  const x = scaleLinear()
    .domain([Math.max(0, Math.min(...ends)), Math.min(ceiling ?? Infinity, Math.max(...ends))])
    .nice(box.ticks)
    .range([box.left + 8, box.width - box.right]);
  const at = (value: number) => round(x(value));
  const up = (row: number) => box.top + row * STEP + STEP / 2;
  const colour = (row: Row) => (row.small ? palette.soft : row.own ? palette.own : palette.text);
  const ticks = x.ticks(box.ticks);
  const decimals = (ticks[1] ?? 1) - (ticks[0] ?? 0) < 0.00999 ? 1 : 0;
  const cut = (name: string) => (name.length > box.letters ? `${name.slice(0, box.letters - 1)}…` : name);
  return (
    <svg
      viewBox={`0 0 ${box.width} ${height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {peers ? (
        <rect
          x={at(peers.p10)}
          y={box.top}
          width={round(Math.max(1, x(peers.p90) - x(peers.p10)))}
          height={rows.length * STEP}
          fill={palette.outer}
        />
      ) : null}
      {ticks.map((tick) => (
        <text key={tick} x={at(tick)} y={18} textAnchor="middle" fill={palette.soft} fontSize={13}>
          {format(tick, decimals)}
        </text>
      ))}
      <path
        d={ticks.map((tick) => `M${at(tick)},${box.top}V${height - 12}`).join("")}
        fill="none"
        stroke={palette.line}
        strokeWidth={1}
      />
      {peers ? (
        <path
          d={`M${at(peers.p50)},${box.top}V${height - 12}`}
          fill="none"
          stroke={palette.soft}
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      ) : null}
      {rows.map((row, n) => (
        <g key={`${row.name} ${n}`}>
          <text
            x={box.left - 8}
            y={up(n) + 4.5}
            textAnchor="end"
            fill={row.own ? palette.own : palette.text}
            fontSize={13}
            fontWeight={row.own ? "bold" : undefined}
          >
            {cut(row.name)}
          </text>
          <path d={`M${at(row.low)},${up(n)}H${at(row.high)}`} fill="none" stroke={colour(row)} strokeWidth={1.5} />
          <circle
            cx={at(row.value)}
            cy={up(n)}
            r={row.own ? 7 : 5}
            fill={colour(row)}
            stroke={palette.paper}
            strokeWidth={1.5}
          />
        </g>
      ))}
    </svg>
  );
}
