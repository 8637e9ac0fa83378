/** Quarters counted from the year 0, so that they can be subtracted. */
export const periodNumber = (period: string): number => Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;

/** Every quarter from `first` to `last`, both included (`2025-Q4`), whether figures came or not. */
export function quartersBetween(first: string, last: string): string[] {
  const from = periodNumber(first);
  return Array.from({ length: Math.max(0, periodNumber(last) - from + 1) }, (_, n) => {
    const quarter = from + n;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

/** The `count` quarters that follow `period`. */
export function periodsAfter(period: string, count: number): string[] {
  const quarter = periodNumber(period);
  return Array.from({ length: count }, (_, n) => {
    const one = quarter + n + 1;
    return `${Math.floor(one / 4)}-Q${(one % 4) + 1}`;
  });
}
