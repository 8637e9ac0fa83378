import { scaleLinear } from "d3-scale";
import type { Palette } from "./palette.ts";
import { endLabels, type TrendPoint, type TrendWords } from "./end-labels.ts";
import { TrendMarks } from "./trend-marks.tsx";
import { bandPath, dotsPath, linePath, round, whiskersPath } from "./paths.ts";

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
  /** What the practice aims at, as a fraction. */
  goal: { value: number; label: string } | null;
  format: (fraction: number, decimals: number) => string;
  words: TrendWords;
};

const SIZES = {
  wide: { width: 720, height: 300, left: 56, right: 130, top: 16, bottom: 34, labels: 8 },
  narrow: { width: 340, height: 240, left: 48, right: 14, top: 14, bottom: 30, labels: 3 },
};

/** The own value over time with its interval, on the band of the peers. A period without figures is a gap. */
export function Trend({ points, palette, size, title, description, id, ceiling, goal, format, words }: Props) {
  const box = SIZES[size];
  const shown = points.flatMap((point) => [
    ...(point.value === null ? [] : [point.low, point.high]),
    ...(point.peers ? [point.peers.p10, point.peers.p90] : []),
  ]);
  if (goal) shown.push(goal.value);
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
      <TrendMarks
        points={points}
        x={x}
        y={value}
        goal={goal && { label: size === "narrow" ? goal.label : "", at: up(goal.value) }}
        {...{ palette, box, end }}
      />
      {points.map((point, i) =>
        (points.length - 1 - i) % every === 0 ? (
          <text
            key={point.label}
            x={x[i]}
            y={box.height - 9}
            textAnchor={x[i]! > box.width - 30 ? "end" : "middle"}
            fill={palette.soft}
            fontSize={13}
          >
            {point.label}
          </text>
        ) : null,
      )}
      {size === "wide"
        ? endLabels(points, up, words, palette, goal, box).map((label) => (
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
