import { scaleLinear } from "d3-scale";
import type { Peers } from "../figures/one-indicator.ts";
import type { Palette } from "./palette.ts";
import { round } from "./paths.ts";

type Props = {
  value: number;
  low: number;
  high: number;
  /** Too few people counted for a judgement: drawn grey. */
  small: boolean;
  peers: Peers;
  palette: Palette;
  size: "wide" | "narrow";
  title: string;
  description: string;
  id: string;
  format: (fraction: number) => string;
  words: { median: string };
};

const EDGE = 64;

/** Where the own value stands among the peers: light from P10 to P90, darker from P25 to P75, a line at the median. */
export function Strip({ value, low, high, small, peers, palette, size, title, description, id, format, words }: Props) {
  const width = size === "wide" ? 560 : 340;
  const ends = [peers.p10, peers.p90, low, high];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .range([EDGE, width - EDGE]);
  const at = (fraction: number) => round(x(fraction));
  const span = (from: number, to: number) => ({ x: at(from), width: round(Math.max(1, at(to) - at(from))) });
  const own = small ? palette.soft : palette.own;
  const middle = (at(peers.p10) + at(peers.p90)) / 2;
  // Outward from the band, so that the two never meet, nor stand on the line of the median.
  const marks = [
    {
      text: `P10 ${format(peers.p10)}`,
      x: Math.min(at(peers.p10) + 14, middle - 5, at(peers.p50) - 6),
      y: 78,
      anchor: "end" as const,
    },
    {
      text: `P90 ${format(peers.p90)}`,
      x: Math.max(at(peers.p90) - 14, middle + 5, at(peers.p50) + 6),
      y: 78,
      anchor: "start" as const,
    },
    { text: `${words.median} ${format(peers.p50)}`, x: at(peers.p50), y: 98, anchor: side(at(peers.p50), width) },
  ];
  return (
    <svg
      viewBox={`0 0 ${width} 106`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <rect {...span(peers.p10, peers.p90)} y={34} height={24} rx={3} fill={palette.outer} />
      <rect {...span(peers.p25, peers.p75)} y={34} height={24} fill={palette.inner} />
      <path d={`M${at(peers.p50)},30V84`} fill="none" stroke={palette.soft} strokeWidth={1.5} strokeDasharray="5 4" />
      <path d={`M${at(low)},46H${at(high)}`} fill="none" stroke={own} strokeWidth={2} />
      <circle cx={at(value)} cy={46} r={7.5} fill={own} stroke={palette.paper} strokeWidth={1.5} />
      <text x={at(value)} y={20} textAnchor={side(at(value), width)} fill={own} fontSize={15} fontWeight="bold">
        {format(value)}
      </text>
      {marks.map((mark) => (
        <text key={mark.text} x={round(mark.x)} y={mark.y} textAnchor={mark.anchor} fill={palette.soft} fontSize={13}>
          {mark.text}
        </text>
      ))}
    </svg>
  );
}

const side = (place: number, width: number): "start" | "middle" | "end" =>
  place < 70 ? "start" : place > width - 70 ? "end" : "middle";
