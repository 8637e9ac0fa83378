/** One practice in a funnel, without a name and rounded so that nobody can be known by it. */
export type Dot = { size: number; value: number };

/** Enough to show the shape of the country; a picture of more only grows. */
const MOST_DOTS = 150;
const STEPS = 100;
/** Sizes are never finer than this. */
const LEAST_SIZE_STEP = 5;

/**
 * Practices spread evenly over the list (which is ordered by code, so by chance for any figure), rounded to a hundredth
 * of the range of all.
 * @param sizes denominators, same order as `values`
 */
export function sampleDots(values: Float64Array, sizes: Float64Array): Dot[] {
  const step = Math.max(1, values.length / MOST_DOTS);
  const [value, size] = [rounder(values, 0), rounder(sizes, LEAST_SIZE_STEP)];
  return Array.from({ length: Math.min(values.length, MOST_DOTS) }, (_, n) => {
    const place = Math.floor(n * step);
    return { size: Math.max(LEAST_SIZE_STEP, size(sizes[place]!)), value: value(values[place]!) };
  });
}

function rounder(all: Float64Array, least: number): (value: number) => number {
  let [low, high] = [Infinity, -Infinity];
  for (let n = 0; n < all.length; n++) {
    const one = all[n]!;
    if (one < low) low = one;
    if (one > high) high = one;
  }
  const step = Math.max(least, (high - low) / STEPS);
  // Where nobody is above all of them, rounding puts nobody there.
  const most = high <= 1 ? 1 : Infinity;
  return (value) => (step === 0 ? value : Math.min(most, Math.round(value / step) * step));
}

/** Dots as they are stored: pairs of 32-bit floats, little-endian. */
export function packDots(dots: Dot[]): Buffer {
  const bytes = Buffer.alloc(dots.length * 8);
  dots.forEach(({ size, value }, n) => {
    bytes.writeFloatLE(size, n * 8);
    bytes.writeFloatLE(value, n * 8 + 4);
  });
  return bytes;
}

/** Dots out of what was stored. */
export function unpackDots(bytes: Buffer): Dot[] {
  return Array.from({ length: bytes.length / 8 }, (_, n) => ({
    size: bytes.readFloatLE(n * 8),
    value: bytes.readFloatLE(n * 8 + 4),
  }));
}
