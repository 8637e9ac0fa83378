import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { doorFactors } from "#db/schema/doors.ts";
import { oneMore } from "#db/step.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import type { Tally } from "../codes.server.ts";
import { tell } from "../letters/write.server.ts";
import { logged } from "../log.ts";
import type { Door } from "../owners/owner.ts";
import { changeRow, countCode, rowById } from "../owners/rows.server.ts";
import { MOST_FAILURES, ownFactors } from "./ways.server.ts";

type Kind = (typeof doorFactors.$inferSelect)["kind"];
const BY_COUNT = { kind: "system", name: "sign_in" } as const;
const working = and(isNull(doorFactors.offAt), isNotNull(doorFactors.boundAt));

/**
 * Counts a try with this factor before it is judged: twenty in a row, over all factors of the account together, are the
 * end (ASVS 6.6.3). Only who gave the right password gets to try, so strangers cannot use them up.
 * @returns false when the factor, or every code of this account, is off
 */
export async function countTry(tx: Transaction, door: Door, id: string, kind: Kind): Promise<boolean> {
  const { owner } = door;
  if (owner.factors === "mailbox" && kind !== "mail") return false;
  if (owner.factors === "bound") {
    const [factor] = await tx
      .update(doorFactors)
      .set({ failures: oneMore(doorFactors.failures) })
      .where(and(ownFactors(door, id), eq(doorFactors.kind, kind), working))
      .returning({ id: doorFactors.id });
    if (!factor) return false;
  }
  const row = await countCode(tx, door, id, MOST_FAILURES);
  return row !== null && !(kind === "mail" && owner.mailProvesNothing(row));
}

/** After a wrong one: the twentieth switches all codes of the account off, and the owner hears so, once. */
export async function wrongTry(tx: Transaction, door: Door, id: string): Promise<void> {
  const row = await rowById(door, id, tx);
  if (!row || row.codeFailures < MOST_FAILURES) return;
  if (door.owner.factors === "bound") {
    const off = await tx
      .update(doorFactors)
      .set({ offAt: now() })
      .where(and(ownFactors(door, id), working))
      .returning({ id: doorFactors.id });
    if (off.length === 0) return;
  }
  await audit(tx, BY_COUNT, logged(door, "codesOff", id));
  await tell(tx, door, row, "codes_off");
}

/** After a right one: the wrong ones before it are forgotten. What is off stays off. */
export async function forgetTries(tx: Transaction, door: Door, id: string): Promise<void> {
  await changeRow(tx, door, id, { codeFailures: 0 });
  await tx
    .update(doorFactors)
    .set({ failures: 0 })
    .where(and(ownFactors(door, id), isNull(doorFactors.offAt)));
}

/** After a proof that nobody can guess, of a recovery code or a code handed over in person: what was off works again. */
export async function bindAnew(tx: Transaction, door: Door, id: string): Promise<void> {
  await tx
    .update(doorFactors)
    .set({ offAt: null, boundAt: now() })
    .where(and(ownFactors(door, id), isNotNull(doorFactors.offAt)));
  await forgetTries(tx, door, id);
}

/** Counts the codes that were sent to this account. */
export const tallyOf = (door: Door, { id }: { id: string }): Tally => ({
  count: async (tx, channel) => channel !== "handover" && (await countTry(tx, door, id, channel)),
  wrong: (tx) => wrongTry(tx, door, id),
  right: (tx) => forgetTries(tx, door, id),
});
