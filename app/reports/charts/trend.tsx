import { scaleLinear, scalePoint } from "d3-scale";
import { area, curveLinear, line } from "d3-shape";
import type { Peers } from "../figures/read.server.ts";
import type { Palette } from "./palette.ts";

export type TrendPoint = { label: string; value: number | null; low: number; high: number; peers: Peers | null };
type Props = {
  points: TrendPoint[];
  palette: Palette;
  /** Name for those who do not see the chart, and what it shows in a sentence. */
  title: string;
  description: string;
  id: string;
  format: (fraction: number) => string;
  words: { own: string; median: string; outer: string };
};

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 52;
const RIGHT = 120;
const TOP = 16;
const BOTTOM = 34;
const round = (value: number) => Math.round(value * 10) / 10;

/** The own value over time with its interval, on the band of the peers. A period without figures is a gap. */
export function Trend({ points, palette, title, description, id, format, words }: Props) {
  const shown = points.flatMap((point) => [
    ...(point.value === null ? [] : [point.low, point.high]),
    ...(point.peers ? [point.peers.p10, point.peers.p90] : []),
  ]);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const room = Math.max((most - least) * 0.12, 0.005);
  const y = scaleLinear()
    .domain([Math.max(0, least - room), most + room])
    .nice(5)
    .range([HEIGHT - BOTTOM, TOP]);
  const x = scalePoint<number>()
    .domain(points.map((_, i) => i))
    .range([LEFT + 14, WIDTH - RIGHT])
    .padding(points.length === 1 ? 0.5 : 0);
  const at = (i: number) => round(x(i) ?? LEFT);
  const up = (value: number) => round(y(value));
  const indices = points.map((_, i) => i);
  const band = (lower: "p10" | "p25", upper: "p90" | "p75") =>
    area<number>()
      .defined((i) => points[i]!.peers !== null)
      .x(at)
      .y0((i) => up(points[i]!.peers![lower]))
      .y1((i) => up(points[i]!.peers![upper]))
      .curve(curveLinear)
      .digits(1)(indices) ?? "";
  const own = line<number>()
    .defined((i) => points[i]!.value !== null)
    .x(at)
    .y((i) => up(points[i]!.value!))
    .digits(1)(indices);
  const median = line<number>()
    .defined((i) => points[i]!.peers !== null)
    .x(at)
    .y((i) => up(points[i]!.peers!.p50))
    .digits(1)(indices);
  const known = indices.filter((i) => points[i]!.value !== null);
  const dots = known.map((i) => `M${at(i)},${up(points[i]!.value!)}h0`).join("");
  const whiskers = known.map((i) => `M${at(i)},${up(points[i]!.low)}V${up(points[i]!.high)}`).join("");
  const last = known.at(-1);
  const lastPeers = indices.filter((i) => points[i]!.peers !== null).at(-1);
  const ownAt = last === undefined ? null : up(points[last]!.value!);
  const medianAt = lastPeers === undefined ? null : up(points[lastPeers]!.peers!.p50);
  const [ownLabel, medianLabel] = apart(ownAt, medianAt);
  const every = Math.ceil(points.length / 8);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontSize="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT + 14} y1={up(tick)} y2={up(tick)} stroke={palette.line} strokeWidth={1} />
          <text x={LEFT - 8} y={up(tick) + 4} textAnchor="end" fill={palette.soft} fontSize={13}>
            {format(tick)}
          </text>
        </g>
      ))}
      <path d={band("p10", "p90")} fill={palette.outer} />
      <path d={band("p25", "p75")} fill={palette.inner} />
      {median ? <path d={median} fill="none" stroke={palette.soft} strokeWidth={1.5} strokeDasharray="4 4" /> : null}
      <path d={whiskers} fill="none" stroke={palette.own} strokeWidth={1.25} />
      {own ? <path d={own} fill="none" stroke={palette.own} strokeWidth={2.5} /> : null}
      <path d={dots} fill="none" stroke={palette.own} strokeWidth={8} strokeLinecap="round" />
      {indices
        .filter((i) => (points.length - 1 - i) % every === 0)
        .map((i) => (
          <text key={i} x={at(i)} y={HEIGHT - 10} textAnchor="middle" fill={palette.soft} fontSize={13}>
            {points[i]!.label}
          </text>
        ))}
      {ownLabel === null ? null : (
        <text x={WIDTH - RIGHT + 20} y={ownLabel + 4} fill={palette.own} fontSize={13} fontWeight="bold">
          {words.own}
        </text>
      )}
      {medianLabel === null ? null : (
        <text x={WIDTH - RIGHT + 20} y={medianLabel + 4} fill={palette.soft} fontSize={13}>
          {words.median}
        </text>
      )}
    </svg>
  );
}

/** Two labels at the end of their lines, moved apart where they would touch. */
function apart(own: number | null, median: number | null): [number | null, number | null] {
  if (own === null || median === null || Math.abs(own - median) >= 16) return [own, median];
  const middle = (own + median) / 2;
  return own <= median ? [middle - 8, middle + 8] : [middle + 8, middle - 8];
}
