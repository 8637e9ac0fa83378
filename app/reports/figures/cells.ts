/**
 * The figures of one practice in a release file: one run of 32-bit numbers, four for each indicator in the order of the
 * release. One read gives all of a practice, and a quarter of the whole country is written in a few thousand rows.
 */
export const CELL = 4;

export type Figure = {
  numerator: number;
  denominator: number;
  /** How many practices of the country have a lower value; null where that may not be said. */
  below: number | null;
  /** Numerator to be expected from the patients of this practice (case mix), or null when not delivered. */
  expected: number | null;
};

/** Stands for "not there" in every number of a cell. */
export const NOTHING = -1;
/** Expected numerators are kept in thousandths. */
export const EXPECTED_PARTS = 1000;

/** Cells of so many practices and indicators, all empty. */
export function emptyCells(practices: number, indicators: number): Int32Array {
  return new Int32Array(practices * indicators * CELL).fill(NOTHING);
}

/** The bytes of one practice, as they are stored (little-endian). */
export function bytesOf(cells: Int32Array, practice: number, indicators: number): Buffer {
  const length = indicators * CELL * 4;
  return Buffer.from(cells.buffer, cells.byteOffset + practice * length, length);
}

/** One indicator out of the stored bytes; undefined when it was not delivered. */
export function figureAt(bytes: Buffer, indicator: number): Figure | undefined {
  const at = indicator * CELL * 4;
  const denominator = bytes.readInt32LE(at + 4);
  if (denominator === NOTHING) return undefined;
  const [below, expected] = [bytes.readInt32LE(at + 8), bytes.readInt32LE(at + 12)];
  return {
    numerator: bytes.readInt32LE(at),
    denominator,
    below: below === NOTHING ? null : below,
    expected: expected === NOTHING ? null : expected / EXPECTED_PARTS,
  };
}
