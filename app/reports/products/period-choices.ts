import { periodsAfter } from "#app/reports/figures/periods.ts";

const QUARTERS = 8;

/** Periods of a product, newest first: this quarter and the seven before it, this year and the two before. */
export function periodChoices(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const before = `${year - 2}-Q${Math.ceil(month / 3)}`;
  const quarters = periodsAfter(before, QUARTERS).reverse();
  return [...quarters, `${year}`, `${year - 1}`, `${year - 2}`];
}
