import { line } from "d3-shape";
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { Dot } from "../figures/dots.ts";
import { type Funnel, FUNNEL_Z, funnelLimits, type Unit } from "#app/reports/figures/funnel.ts";
import type { Palette } from "./palette.ts";
import { dotsPath, round } from "./paths.ts";

type Props = {
  own: { size: number; value: number; small: boolean };
  funnel: Funnel;
  dots: Dot[];
  unit: Unit;
  palette: Palette;
  size: "wide" | "narrow";
  title: string;
  description: string;
  id: string;
  format: (fraction: number, decimals: number) => string;
  count: (number: number) => string;
  words: { size: string; own: string };
};

const SIZES = {
  wide: { width: 720, height: 320, left: 56, right: 16, top: 16, bottom: 52, ticks: 7 },
  narrow: { width: 340, height: 270, left: 48, right: 12, top: 14, bottom: 52, ticks: 3 },
};
const STEPS = 28;

/** The own figure among those of the country by how many were counted, between the limits of what is usual. */
export function FunnelPlot({
  own,
  funnel,
  dots,
  unit,
  palette,
  size,
  title,
  description,
  id,
  format,
  count,
  words,
}: Props) {
  const box = SIZES[size];
  const most = Math.max(own.size, ...dots.map((dot) => dot.size));
  const x = scaleSqrt()
    .domain([0, most * 1.04])
    .range([box.left + 6, box.width - box.right]);
  const usual = funnelLimits(unit, funnel, Math.max(1, most / 4), FUNNEL_Z.far);
  const shown = [own.value, usual.low, usual.high, ...dots.map((dot) => dot.value)];
  const y = scaleLinear()
    .domain([Math.max(0, Math.min(...shown)), Math.min(unit === "percent" ? 1 : Infinity, Math.max(...shown) * 1.02)])
    .nice(5)
    .range([box.height - box.bottom, box.top]);
  const [floor, ceiling] = y.domain() as [number, number];
  const [across, up] = [(value: number) => round(x(value)), (value: number) => round(y(value))];
  const sizes = Array.from({ length: STEPS }, (_, n) => 2 + ((most * 1.04 - 2) * n ** 2) / (STEPS - 1) ** 2);
  const limits = (z: number) => {
    const both = sizes.map((n) => funnelLimits(unit, funnel, n, z));
    return (["low", "high"] as const).map((side) => along(both.map((one) => one[side]))).join("");
  };
  const along = (values: number[]) => {
    const path = line<number>()
      .defined((i) => values[i]! >= floor && values[i]! <= ceiling)
      .x((i) => x(sizes[i]!))
      .y((i) => y(values[i]!))
      .digits(1);
    return path([...sizes.keys()]) ?? "";
  };
  const ticks = y.ticks(5);
  const decimals = (ticks[1] ?? 1) - (ticks[0] ?? 0) < 0.00999 ? 1 : 0;
  const right = box.width - box.right;
  const bottom = box.height - box.bottom;
  const label = across(own.size) > (box.left + right) / 2 ? "end" : "start";
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
        d={ticks.map((tick) => `M${box.left},${up(tick)}H${right}`).join("")}
        fill="none"
        stroke={palette.line}
        strokeWidth={1}
      />
      {ticks.map((tick) => (
        <text key={tick} x={box.left - 8} y={round(up(tick) + 4.5)} textAnchor="end" fill={palette.soft} fontSize={13}>
          {format(tick, decimals)}
        </text>
      ))}
      {x.ticks(box.ticks).map((tick) => (
        <text key={tick} x={across(tick)} y={bottom + 20} textAnchor="middle" fill={palette.soft} fontSize={13}>
          {count(tick)}
        </text>
      ))}
      <text x={round((box.left + right) / 2)} y={bottom + 43} textAnchor="middle" fill={palette.soft} fontSize={13}>
        {words.size}
      </text>
      <path
        d={dotsPath(
          dots.map((dot) => across(dot.size)),
          dots.map((dot) => up(dot.value)),
        )}
        fill="none"
        stroke={palette.dots}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <path d={limits(FUNNEL_Z.near)} fill="none" stroke={palette.soft} strokeWidth={1.5} strokeDasharray="5 4" />
      <path d={limits(FUNNEL_Z.far)} fill="none" stroke={palette.soft} strokeWidth={1.5} />
      <path d={`M${box.left},${up(funnel.target)}H${right}`} fill="none" stroke={palette.text} strokeWidth={1} />
      <circle
        cx={across(own.size)}
        cy={up(own.value)}
        r={7.5}
        fill={own.small ? palette.soft : palette.own}
        stroke={palette.paper}
        strokeWidth={1.5}
      />
      <text
        x={round(across(own.size) + (label === "end" ? -13 : 13))}
        y={round(up(own.value) + (up(own.value) < box.top + 20 ? 16 : -9))}
        textAnchor={label}
        fill={own.small ? palette.soft : palette.own}
        fontSize={14}
        fontWeight="bold"
        stroke={palette.paper}
        strokeWidth={4}
        paintOrder="stroke"
      >
        {words.own}
      </text>
    </svg>
  );
}
