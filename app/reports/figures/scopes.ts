/** With whom a practice is compared (E3). */
export type Scope = "country" | "careGroup" | "region" | "size";

/** Scope number of the whole country; the others are numbered per kind, from these starts. */
export const COUNTRY = 0;
const REGIONS_FROM = 100_000;
const SIZES_FROM = 200_000;

/** Lower ends of the classes of practices of similar size, in listed patients; the first class starts at 1. */
export const SIZE_CLASSES = [1, 1500, 2500, 4000] as const;

/** Where a practice belongs; 0 where it belongs nowhere. */
export type Place = { group: number; region: number; size: number };

/** Class of a practice with so many listed patients, from 1; 0 when unknown. */
export function sizeClass(listSize: number | null): number {
  return listSize === null ? 0 : SIZE_CLASSES.findLastIndex((from) => listSize >= from) + 1;
}

/** Number under which the benchmarks of this scope are stored, or null when the practice belongs to none of that kind. */
export function scopeNumber(scope: Scope, place: Place): number | null {
  if (scope === "country") return COUNTRY;
  if (scope === "careGroup") return place.group || null;
  if (scope === "region") return place.region ? REGIONS_FROM + place.region : null;
  return place.size ? SIZES_FROM + place.size : null;
}
