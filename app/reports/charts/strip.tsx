import { scaleLinear } from "d3-scale";
import type { Peers } from "../figures/read.server.ts";
import type { Palette } from "./palette.ts";

type Props = {
  value: number;
  low: number;
  high: number;
  peers: Peers;
  palette: Palette;
  title: string;
  description: string;
  id: string;
  format: (fraction: number) => string;
};

const WIDTH = 720;
const LEFT = 20;
const round = (value: number) => Math.round(value * 10) / 10;

/** Where the own value stands among the peers: light from P10 to P90, darker from P25 to P75, a line at the median. */
export function Strip({ value, low, high, peers, palette, title, description, id, format }: Props) {
  const ends = [peers.p10, peers.p90, low, high];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .range([LEFT, WIDTH - LEFT]);
  const at = (fraction: number) => round(x(fraction));
  return (
    <svg viewBox={`0 0 ${WIDTH} 92`} width="100%" role="img" aria-labelledby={`${id}-title ${id}-desc`} fontSize="13">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <rect
        x={at(peers.p10)}
        y={34}
        width={round(at(peers.p90) - at(peers.p10))}
        height={20}
        rx={4}
        fill={palette.outer}
      />
      <rect x={at(peers.p25)} y={34} width={round(at(peers.p75) - at(peers.p25))} height={20} fill={palette.inner} />
      <line x1={at(peers.p50)} x2={at(peers.p50)} y1={30} y2={58} stroke={palette.soft} strokeWidth={2} />
      <line x1={at(low)} x2={at(high)} y1={44} y2={44} stroke={palette.own} strokeWidth={2} />
      <circle cx={at(value)} cy={44} r={7} fill={palette.own} />
      <text x={at(value)} y={22} textAnchor={anchor(at(value))} fill={palette.own} fontSize={13} fontWeight="bold">
        {format(value)}
      </text>
      {(["p10", "p50", "p90"] as const).map((name) => (
        <text
          key={name}
          x={at(peers[name])}
          y={76}
          textAnchor={anchor(at(peers[name]))}
          fill={palette.soft}
          fontSize={12}
        >
          {`${name === "p50" ? "P50" : name.toUpperCase()} ${format(peers[name])}`}
        </text>
      ))}
    </svg>
  );
}

const anchor = (place: number) => (place < 60 ? "start" : place > WIDTH - 60 ? "end" : "middle");
