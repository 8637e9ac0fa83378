import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientDrafts, clientMatches } from "#db/schema/accounts.ts";
import { stopRequests } from "#app/clients/requests/stop.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { step } from "#app/platform/cases/step.server.ts";
import { type ClientAccount, clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { tellStaff } from "../mailed/tell-staff.server.ts";
import { accountIn } from "../mailed/accounts.server.ts";
import { accountCase } from "./account-case.server.ts";
import { barNumber } from "./barred-number.server.ts";
import type { OnAccount } from "./decide.server.ts";
import { accountsOf } from "./find.server.ts";
import { tellDecision } from "./tell-decision.server.ts";
import { staffOf } from "./staff.server.ts";

/** Accounts that somebody may be in. */
const open = inArray(clientAccounts.state, ["active", "terms_pending"]);

/** queue: the sign-up waits for practice staff again; close: the account stays shut, and its owner may sign up anew. */
export type After = "queue" | "close";

/**
 * Practice staff undoes a wrong match: the account loses the record at once, every session ends at its next request, the
 * owner is told by mail, and the log says it about the account and about the person whose record it was.
 * @throws NotFound for an account of another environment; Conflict when it is matched to nobody, or to wait without sign-up
 */
export async function undoMatch(
  actor: StaffActor,
  on: OnAccount,
  given: { reason: string; after: After },
): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const account = await accountIn(environmentId, on.id, tx);
    if (!account) throw new NotFound();
    if (given.after === "queue" && account.birthDate === null) throw new Conflict("state_changed");
    await detach(tx, actor, account, { ...given, version: on.version });
  });
}

/**
 * Takes the accounts of a person away from that record, in the transaction of a clinician's act: whoever signed up waits
 * for practice staff again, which is mailed; whoever came by DigiD alone is shut out until staff lets in.
 */
export async function detachAccounts(
  tx: Transaction,
  actor: StaffActor,
  person: { id: string; environmentId: string },
  reason: string,
): Promise<void> {
  const accounts = await tx
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, person.environmentId), eq(clientAccounts.personId, person.id), open));
  for (const account of accounts)
    await detach(tx, actor, account, { reason, after: account.birthDate === null ? "close" : "queue" });
  if (accounts.some(({ birthDate }) => birthDate !== null)) await tellStaff(tx, environmentOf(person.environmentId));
}

/**
 * Nobody comes in anew by the same wrong number in the record: an account that only DigiD opens keeps the number until
 * the record system delivers the right one (`partFromOldNumber`); of one that signed up it is barred (`barNumber`).
 */
async function detach(
  tx: Transaction,
  actor: StaffActor,
  account: ClientAccount,
  { reason, after, version }: { reason: string; after: After; version?: number },
): Promise<void> {
  const { personId, environmentId } = account;
  if (personId === null) throw new Conflict("state_changed");
  const signedUp = account.birthDate !== null;
  const loses = { personId: null, bsnIndex: null, digidLinkedAt: null, digidUndoUntil: null };
  const fresh = { acceptedTerms: null, previousSignInAt: null, lastSignInAt: null };
  const seen = { ageSeenAt: null, ageSeenBy: null, ageSeenByName: null };
  const closed = { closedReason: "wrong_person" as const };
  // Without DigiD the door of password and code is the only one, also for who had closed it.
  const change = after === "queue" ? { mailDoor: true, ...loses, ...fresh, ...seen } : closed;
  const on = { id: account.id, version, where: eq(clientAccounts.personId, personId) };
  await step(tx, actor, accountCase, after === "queue" ? "undo_to_queue" : "undo_and_close", on, {
    change: signedUp ? { ...loses, ...fresh, ...seen, ...change } : change,
    subjectId: personId,
    reason: after,
  });
  if (signedUp) await barNumber(tx, account);
  await endReceipt(tx, actor, account.id, reason);
  // What was written, or being written, was about the record of another.
  await stopRequests(tx, actor, { accountId: account.id, personId });
  await tx.delete(clientDrafts).where(eq(clientDrafts.accountId, account.id));
  await endSessions(tx, actor, clientDoor(environmentId), account, "match_undone");
  await tellDecision(tx, account, after === "queue" ? "undone" : "undone_closed");
}

async function endReceipt(tx: Transaction, actor: StaffActor, accountId: string, reason: string): Promise<void> {
  const standing = and(eq(clientMatches.accountId, accountId), isNull(clientMatches.undoneAt));
  const rows = await tx.select({ id: clientMatches.id }).from(clientMatches).where(standing);
  for (const { id } of rows) {
    const undoneReason = sealField(reason, { table: "client_matches", column: "undone_reason", row: id });
    const undone = { undoneAt: now(), undoneBy: actor.accountId, undoneByName: actor.name, undoneReason };
    await tx.update(clientMatches).set(undone).where(eq(clientMatches.id, id));
  }
}

/**
 * Practice staff lets an account in again that was shut because of a wrong person, where that was a mistake itself.
 * @throws NotFound for an account of another environment; Conflict for any other, without DigiD, or when the person has one
 */
export async function reopenAccount(actor: StaffActor, on: OnAccount): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const account = await accountIn(environmentId, on.id, tx);
    if (!account) throw new NotFound();
    const others = await accountsOf(tx, environmentId, account.personId === null ? [] : [account.personId]);
    if (others.size > 0) throw new Conflict("person_has_account");
    const where = and(
      eq(clientAccounts.closedReason, "wrong_person"),
      isNull(clientAccounts.birthDate),
      isNotNull(clientAccounts.bsnIndex),
    );
    const change = { closedReason: null, acceptedTerms: null };
    await step(tx, actor, accountCase, "reopen", { ...on, where }, { change });
  });
}
