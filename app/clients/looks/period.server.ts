import { dutchDate } from "#app/shared/clock.server.ts";
import type { AskedLooks } from "./asked.ts";

const HOUR = 3_600_000;

/** Days, both included, as moments: from the first Dutch midnight to the one after the last. */
export function periodOf({ from, until }: AskedLooks): { from: Date; until: Date } {
  return { from: midnight(from, 0), until: midnight(until, 1) };
}

/** The moment a Dutch day begins: 22 or 23 hours UTC on the day before. */
function midnight(day: string, daysOn: number): Date {
  const noon = new Date(Date.parse(`${day}T12:00:00Z`) + daysOn * 24 * HOUR);
  const date = dutchDate(noon);
  const guess = Date.parse(`${date}T00:00:00Z`) - 2 * HOUR;
  return new Date(dutchDate(new Date(guess)) === date ? guess : guess + HOUR);
}
