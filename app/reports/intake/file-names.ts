import { MIB } from "#app/shared/bytes.ts";

/** Files of a delivery and the most bytes of each; the country fills about a tenth of it. */
export const LARGEST = {
  "manifest.json": MIB / 16,
  "practices.csv": 16 * MIB,
  "values.csv": 256 * MIB,
  "details.csv": 2048 * MIB,
} as const;

/** The most bytes of a whole delivery. */
export const LARGEST_WHOLE = Object.values(LARGEST).reduce((sum, most) => sum + most, 0);

export type FileName = keyof typeof LARGEST;
export const FILE_NAMES = Object.keys(LARGEST) as FileName[];

/** The file of a delivery that is meant, or undefined: a name from outside never becomes a path (F01). */
export function fileName(given: string | undefined): FileName | undefined {
  return FILE_NAMES.find((name) => name === given);
}

/** So many bytes the browser sends at a time; after a broken line no more than this is sent again. */
export const CHUNK = 2 * MIB;
