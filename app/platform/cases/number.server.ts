import type { Transaction } from "#db/client.server.ts";
import { caseNumbers } from "#db/schema/cases.ts";
import { oneMore } from "#db/step.ts";
import { today } from "#app/shared/clock.server.ts";

/** The rows of numbers that people say on the telephone, and how many digits each has. */
const DIGITS = { R: 5, M: 4 } as const;

/**
 * The next number of a row, such as `R-2026-00001`: each year begins anew, and none is given out twice. It is counted in
 * one statement, so that two at once never read the same last number.
 */
export async function nextNumber(tx: Transaction, letter: keyof typeof DIGITS): Promise<string> {
  const row = `${letter}-${today().slice(0, 4)}`;
  const [counted] = await tx
    .insert(caseNumbers)
    .values({ row, last: 1 })
    .onConflictDoUpdate({ target: caseNumbers.row, set: { last: oneMore(caseNumbers.last) } })
    .returning({ last: caseNumbers.last });
  return `${row}-${String(counted?.last ?? 1).padStart(DIGITS[letter], "0")}`;
}
