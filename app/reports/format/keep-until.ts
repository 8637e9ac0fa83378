const MOST_QUARTERS = 5;

/** The last day on which rows of patients of a period may be kept: five quarters after it, `YYYY-MM-DD`. */
export function latestKeepUntil(period: string): string {
  const quarter = Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1 + MOST_QUARTERS;
  const lastDay = ["03-31", "06-30", "09-30", "12-31"][quarter % 4]!;
  return `${Math.floor(quarter / 4)}-${lastDay}`;
}

/** Does a delivery keep its rows of patients for a time that is allowed? */
export function mayKeepUntil(keepUntil: string, delivery: { period: string; measureDate: string }): boolean {
  return keepUntil >= delivery.measureDate && keepUntil <= latestKeepUntil(delivery.period);
}
