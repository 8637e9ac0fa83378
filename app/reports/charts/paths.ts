import { area, line } from "d3-shape";

/** Coordinates to a tenth: finer than any screen, and the same bytes every time. */
export const round = (value: number) => Math.round(value * 10) / 10;

type Places = (number | null)[];

/** One path through all places; a missing one is a gap. Empty when there is nothing to draw. */
export function linePath(x: number[], y: Places): string {
  const path = line<number>()
    .defined((i) => y[i] != null)
    .x((i) => x[i]!)
    .y((i) => y[i]!)
    .digits(1);
  return path([...x.keys()]) ?? "";
}

/** The area between two lines, with gaps where either is missing. */
export function bandPath(x: number[], low: Places, high: Places): string {
  const path = area<number>()
    .defined((i) => low[i] != null && high[i] != null)
    .x((i) => x[i]!)
    .y0((i) => low[i]!)
    .y1((i) => high[i]!)
    .digits(1);
  return path([...x.keys()]) ?? "";
}

/** All dots in one path: strokes of no length, drawn with round ends. */
export function dotsPath(x: number[], y: Places): string {
  return x.map((place, i) => (y[i] == null ? "" : `M${place},${y[i]}h0`)).join("");
}

/** All intervals in one path of upright strokes. */
export function whiskersPath(x: number[], low: Places, high: Places): string {
  return x.map((place, i) => (low[i] == null || high[i] == null ? "" : `M${place},${low[i]}V${high[i]}`)).join("");
}

/** Moves labels apart that would touch, as little as needed and without changing their order. */
export function dodge<T extends { at: number }>(labels: T[], gap: number, least: number, most: number): T[] {
  const sorted = labels.toSorted((a, b) => a.at - b.at);
  const places = sorted.map(({ at }) => at);
  for (let i = 0; i < places.length; i++) places[i] = Math.max(places[i]!, (places[i - 1] ?? least - gap) + gap);
  for (let i = places.length - 1; i >= 0; i--) places[i] = Math.min(places[i]!, (places[i + 1] ?? most + gap) - gap);
  return sorted.map((label, i) => ({ ...label, at: round(places[i]!) }));
}
