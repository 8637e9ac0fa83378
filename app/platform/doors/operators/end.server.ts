import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";
import type { Account } from "../account.server.ts";
import { emailKey } from "../email-key.ts";
import { voidLinks } from "../links.server.ts";
import { accountDoor } from "../owners/account.server.ts";
import { endSessions } from "../sessions.server.ts";
import { nameAndAddress } from "./add.server.ts";
import { activeSupervisors, requireAsked } from "./asked.server.ts";

/**
 * Sets the last day of an account of the operator (`YYYY-MM-DD`, Dutch), or takes it away with null.
 * @throws Forbidden without an active supervisor who asked; NotFound when no such account is open; Invalid for a day that
 * has passed (then the account is ended instead)
 */
export async function setOperatorEnd(actor: SystemActor, email: string, endsOn: string | null): Promise<void> {
  await transaction(async (tx) => {
    const known = await openOperator(tx, email);
    await requireAsked(tx, actor, { act: "until", about: `${nameAndAddress(known)}: ${endsOn ?? "–"}` });
    if (endsOn !== null && endsOn < today()) throw new Invalid({ date: "past" });
    await tx
      .update(accounts)
      .set({ endsOn })
      .where(and(eq(accounts.id, known.id), inArray(accounts.state, ["invited", "active"])));
    const detail = { before: known.endsOn, endsOn };
    await audit(tx, actor, { event: "operator.until", id: known.id, subjectId: known.id, detail });
  });
}

/**
 * Ends an account of the operator at once, with its sessions and open links.
 * @throws Forbidden without an active supervisor who asked; NotFound when no such account is open; Conflict for the last
 * active supervisor, without whom nobody could ask for anything
 */
export async function endOperator(actor: SystemActor, email: string, reason: string): Promise<void> {
  await transaction(async (tx) => {
    const known = await openOperator(tx, email);
    await requireAsked(tx, actor, { act: "end", about: nameAndAddress(known) });
    const supervisors = await activeSupervisors(tx);
    if (supervisors.every(({ id }) => id === known.id)) throw new Conflict("last_supervisor");
    const ended = await tx
      .update(accounts)
      .set({ state: "ended", endedReason: "by_supervisor", endsOn: today() })
      .where(and(eq(accounts.id, known.id), inArray(accounts.state, ["invited", "active", "suspended"])))
      .returning({ id: accounts.id });
    if (ended.length === 0) throw new NotFound("no_operator");
    for (const purpose of ["activation", "reset", "unlock"] as const) await voidLinks(tx, purpose, known.id);
    await endSessions(tx, actor, accountDoor, known, "account_ended");
    await audit(tx, actor, { event: "account.end", id: known.id, subjectId: known.id, reason });
  });
}

async function openOperator(tx: Transaction, email: string): Promise<Account> {
  const [known] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.emailKey, emailKey(email)), isNotNull(accounts.operatorRole)));
  if (!known || known.state === "ended") throw new NotFound("no_operator");
  return known;
}
