import type { Peers } from "../figures/one-indicator.ts";
import type { Palette } from "./palette.ts";
import { dodge } from "./paths.ts";

export type TrendPoint = {
  label: string;
  /** Fraction, or null where nothing was delivered. */
  value: number | null;
  low: number;
  high: number;
  /** Too few people counted for a judgement: drawn grey. */
  small: boolean;
  peers: Peers | null;
  /** Part of a signal in the own course: drawn with a ring. */
  marked: boolean;
  /** Letter of a note or event of this quarter, said in full below the chart. */
  note: string | null;
};

export type TrendWords = { own: string; median: string };
/** What stands at the end of the lines, moved apart where it would touch. */
export function endLabels(
  points: TrendPoint[],
  up: (value: number) => number,
  words: TrendWords,
  palette: Palette,
  goal: { value: number; label: string } | null,
  { top, bottom, height }: { top: number; bottom: number; height: number },
) {
  const own = points.findLast((point) => point.value !== null);
  const peers = points.findLast((point) => point.peers !== null)?.peers;
  const soft = (text: string, value: number) => ({ text, at: up(value), fill: palette.soft, weight: undefined });
  const labels = [
    ...(own ? [{ text: words.own, at: up(own.value!), fill: palette.own, weight: "bold" as const }] : []),
    ...(goal ? [{ text: goal.label, at: up(goal.value), fill: palette.text, weight: undefined }] : []),
    ...(peers ? [soft(words.median, peers.p50), soft("P10", peers.p10), soft("P90", peers.p90)] : []),
  ];
  return dodge(labels, 16, top, height - bottom);
}
