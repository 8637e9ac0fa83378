import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { accounts, factors } from "#db/schema/doors.ts";
import { oneMore } from "#db/step.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import type { Account, Factor } from "../account.server.ts";
import type { Tally } from "../codes.server.ts";
import { tell } from "../tell.server.ts";

const MOST_FAILURES = 20;

/**
 * Counts a try with this factor before it is judged: twenty in a row, over all factors of the account together, are the
 * end (ASVS 6.6.3). Only who gave the right password gets to try, so strangers cannot use them up.
 * @returns false when the factor, or every code of this account, is off
 */
export async function countTry(tx: Transaction, accountId: string, kind: Factor["kind"]): Promise<boolean> {
  const on = and(
    eq(factors.accountId, accountId),
    eq(factors.kind, kind),
    isNull(factors.offAt),
    isNotNull(factors.boundAt),
  );
  const [factor] = await tx
    .update(factors)
    .set({ failures: oneMore(factors.failures) })
    .where(on)
    .returning({ id: factors.id });
  if (!factor) return false;
  const [account] = await tx
    .update(accounts)
    .set({ codeFailures: oneMore(accounts.codeFailures) })
    .where(and(eq(accounts.id, accountId), lt(accounts.codeFailures, MOST_FAILURES)))
    .returning({ mailCodeOff: accounts.mailCodeOff });
  return account !== undefined && !(kind === "mail" && account.mailCodeOff);
}

/** After a wrong one: the twentieth switches all codes of the account off, and the owner hears so. */
export async function wrongTry(tx: Transaction, accountId: string): Promise<void> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account || account.codeFailures < MOST_FAILURES) return;
  const on = and(eq(factors.accountId, accountId), isNull(factors.offAt), isNotNull(factors.boundAt));
  const off = await tx.update(factors).set({ offAt: now() }).where(on).returning({ id: factors.id });
  if (off.length === 0) return;
  await audit(tx, { kind: "system", name: "sign_in" }, { event: "factor.off", id: accountId });
  await tell(tx, account, "codes_off");
}

/** After a right one: the wrong ones before it are forgotten. What is off stays off. */
export async function forgetTries(tx: Transaction, accountId: string): Promise<void> {
  await tx.update(accounts).set({ codeFailures: 0 }).where(eq(accounts.id, accountId));
  await tx
    .update(factors)
    .set({ failures: 0 })
    .where(and(eq(factors.accountId, accountId), isNull(factors.offAt)));
}

/** After a proof that nobody can guess, of a recovery code or a code handed over in person: what was off works again. */
export async function bindAnew(tx: Transaction, accountId: string): Promise<void> {
  const off = and(eq(factors.accountId, accountId), isNotNull(factors.offAt));
  await tx.update(factors).set({ offAt: null, boundAt: now() }).where(off);
  await forgetTries(tx, accountId);
}

/** Counts the codes that were sent to this account. */
export const tallyOf = (account: Pick<Account, "id">): Tally => ({
  count: async (tx, channel) => channel !== "handover" && (await countTry(tx, account.id, channel)),
  wrong: (tx) => wrongTry(tx, account.id),
  right: (tx) => forgetTries(tx, account.id),
});
