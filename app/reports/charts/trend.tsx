import { scaleLinear } from "d3-scale";
import type { Peers } from "../figures/benchmarks.ts";
import type { Palette } from "./palette.ts";
import { bandPath, dodge, dotsPath, linePath, round, whiskersPath } from "./paths.ts";

export type TrendPoint = {
  label: string;
  /** Fraction, or null where nothing was delivered. */
  value: number | null;
  low: number;
  high: number;
  /** Too few people counted for a judgement: drawn grey. */
  small: boolean;
  peers: Peers | null;
};

export type TrendWords = { own: string; median: string };
type Props = {
  points: TrendPoint[];
  palette: Palette;
  /** Wide has its labels at the end of the lines; narrow is for phones and leaves them to the legend. */
  size: "wide" | "narrow";
  /** Name for those who do not see the chart, and what it shows in a sentence. */
  title: string;
  description: string;
  id: string;
  /** The value that cannot be passed (1 for shares), or null. */
  ceiling: number | null;
  format: (fraction: number, decimals: number) => string;
  words: TrendWords;
};

const SIZES = {
  wide: { width: 720, height: 300, left: 56, right: 130, top: 16, bottom: 34, labels: 8 },
  narrow: { width: 340, height: 240, left: 48, right: 14, top: 14, bottom: 30, labels: 3 },
};

/** The own value over time with its interval, on the band of the peers. A period without figures is a gap. */
export function Trend({ points, palette, size, title, description, id, ceiling, format, words }: Props) {
  const box = SIZES[size];
  const shown = points.flatMap((point) => [
    ...(point.value === null ? [] : [point.low, point.high]),
    ...(point.peers ? [point.peers.p10, point.peers.p90] : []),
  ]);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const room = Math.max((most - least) * 0.08, 0.005);
  const scale = scaleLinear()
    .domain([Math.max(0, least - room), Math.min(ceiling ?? Infinity, most + room)])
    .nice(5)
    .range([box.height - box.bottom, box.top]);
  const ticks = scale.ticks(5);
  const decimals = (ticks[1] ?? 1) - (ticks[0] ?? 0) < 0.00999 ? 1 : 0;

  const [start, end] = [box.left + 12, box.width - box.right];
  const step = points.length > 1 ? (end - start) / (points.length - 1) : 0;
  const x = points.map((_, i) => round(points.length > 1 ? start + i * step : (start + end) / 2));
  const up = (value: number) => round(scale(value));
  const own = (value: (point: TrendPoint) => number) =>
    points.map((point) => (point.value === null ? null : up(value(point))));
  const peers = (name: "p10" | "p25" | "p50" | "p75" | "p90") =>
    points.map((point) => (point.peers ? up(point.peers[name]) : null));

  const value = own((point) => point.value!);
  const median = peers("p50");
  const whiskers = whiskersPath(
    x,
    own((point) => point.low),
    own((point) => point.high),
  );
  const only = (small: boolean) =>
    dotsPath(
      x,
      value.map((place, i) => (points[i]!.small === small ? place : null)),
    );
  const [sure, unsure] = [only(false), only(true)];
  const every = Math.ceil(points.length / box.labels);
  return (
    <svg
      viewBox={`0 0 ${box.width} ${box.height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <path
        d={ticks.map((tick) => `M${box.left},${up(tick)}H${end + 12}`).join("")}
        fill="none"
        stroke={palette.line}
        strokeWidth={1}
      />
      {ticks.map((tick) => (
        <text key={tick} x={box.left - 8} y={round(up(tick) + 4.5)} textAnchor="end" fill={palette.soft} fontSize={13}>
          {format(tick, decimals)}
        </text>
      ))}
      <path d={bandPath(x, peers("p10"), peers("p90"))} fill={palette.outer} />
      <path d={bandPath(x, peers("p25"), peers("p75"))} fill={palette.inner} />
      <path d={linePath(x, median)} fill="none" stroke={palette.soft} strokeWidth={1.5} strokeDasharray="5 4" />
      <path d={whiskers} fill="none" stroke={palette.own} strokeWidth={1.25} />
      <path d={linePath(x, value)} fill="none" stroke={palette.own} strokeWidth={2.5} strokeLinejoin="round" />
      {sure ? <path d={sure} fill="none" stroke={palette.own} strokeWidth={8} strokeLinecap="round" /> : null}
      {unsure ? <path d={unsure} fill="none" stroke={palette.soft} strokeWidth={8} strokeLinecap="round" /> : null}
      {points.map((point, i) =>
        (points.length - 1 - i) % every === 0 ? (
          <text key={point.label} x={x[i]} y={box.height - 9} textAnchor="middle" fill={palette.soft} fontSize={13}>
            {point.label}
          </text>
        ) : null,
      )}
      {size === "wide"
        ? endLabels(points, up, words, palette, box).map((label) => (
            <text
              key={label.text}
              x={end + 18}
              y={round(label.at + 4.5)}
              fill={label.fill}
              fontSize={13}
              fontWeight={label.weight}
            >
              {label.text}
            </text>
          ))
        : null}
    </svg>
  );
}

function endLabels(
  points: TrendPoint[],
  up: (value: number) => number,
  words: TrendWords,
  palette: Palette,
  { top, bottom, height }: { top: number; bottom: number; height: number },
) {
  const own = points.findLast((point) => point.value !== null);
  const peers = points.findLast((point) => point.peers !== null)?.peers;
  const soft = (text: string, value: number) => ({ text, at: up(value), fill: palette.soft, weight: undefined });
  const labels = [
    ...(own ? [{ text: words.own, at: up(own.value!), fill: palette.own, weight: "bold" as const }] : []),
    ...(peers ? [soft(words.median, peers.p50), soft("P10", peers.p10), soft("P90", peers.p90)] : []),
  ];
  return dodge(labels, 16, top, height - bottom);
}
