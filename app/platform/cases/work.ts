/** What waits for somebody in one list: how many, and how many of them are past their last day. */
export type Work = { waiting: number; late: number };

/**
 * Counts a list by its last days, `YYYY-MM-DD`; null for what has none.
 * @param today `YYYY-MM-DD`
 */
export function workIn(lastDays: (string | null)[], today: string): Work {
  return { waiting: lastDays.length, late: lastDays.filter((day) => day !== null && day < today).length };
}
