const number = (period: string) => Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;

/** Every quarter from `first` to `last`, both included (`2025-Q4`), whether figures came or not. */
export function quartersBetween(first: string, last: string): string[] {
  const from = number(first);
  return Array.from({ length: Math.max(0, number(last) - from + 1) }, (_, n) => {
    const quarter = from + n;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}
