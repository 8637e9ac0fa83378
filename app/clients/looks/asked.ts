const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTHS_SHOWN = 3;

/** What the page was asked for: a period of days, both included, and whether the client's own looks show. */
export type AskedLooks = { from: string; until: string; own: boolean };

/** Reads the period from the address; without one the last three months. What is no date is left aside. */
export function askedLooks(address: string, today: string): AskedLooks {
  const query = new URL(address).searchParams;
  const day = (name: string) => {
    const value = query.get(name) ?? "";
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  const until = day("tot") ?? today;
  const from = day("van") ?? monthsBefore(until);
  return { from: from <= until ? from : until, until, own: query.get("eigen") === "1" };
}

function monthsBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const earlier = new Date(Date.UTC(year, month - 1 - MONTHS_SHOWN, Math.min(date, 28)));
  return earlier.toISOString().slice(0, 10);
}
