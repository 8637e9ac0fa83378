import { and, eq, isNull } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { accountName } from "#app/platform/doors/names.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { AccountActor, Actor } from "#app/shared/actor.ts";
import { accountsUnder } from "#app/platform/rights/under.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { letters } from "./letters.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * The practitioner withdraws the own authorization: it falls at once, and with it everything granted under it.
 * @throws NotFound for somebody else's, Conflict when it is no longer in force
 */
export async function withdrawAuthorization(
  actor: AccountActor,
  authorizationId: string,
  reason: string,
): Promise<void> {
  const mine = and(eq(authorizations.id, authorizationId), eq(authorizations.accountId, actor.accountId));
  const [row] = await db.select({ id: authorizations.id }).from(authorizations).where(mine);
  if (!row) throw new NotFound();
  await transaction((tx) => fall(tx, actor, authorizationId, { state: "withdrawn", reason }));
}

/**
 * Ends an authorization because its ground fell away: the AGB registration ended, or the person left.
 * @throws Conflict when it is not in force
 */
export async function endAuthorization(
  tx: Transaction,
  actor: Actor,
  authorizationId: string,
  reason: string,
): Promise<void> {
  await fall(tx, actor, authorizationId, { state: "ended", reason });
}

/**
 * What was signed for a request falls before the approval: the request was turned down or withdrawn, or has to be signed
 * anew. Nothing was open under it yet; the document stays with its proof. True when there was something signed.
 */
export async function dropSigned(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  how: { state: "superseded" | "withdrawn" | "ended"; reason: string },
): Promise<boolean> {
  const signed = and(
    eq(authorizations.requestId, requestId),
    eq(authorizations.state, "in_force"),
    isNull(authorizations.accountId),
  );
  const [row] = await tx.select({ id: authorizations.id }).from(authorizations).where(signed);
  if (row) await fall(tx, actor, row.id, how);
  return row !== undefined;
}

async function fall(
  tx: Transaction,
  actor: Actor,
  id: string,
  how: { state: "superseded" | "withdrawn" | "ended"; reason: string },
): Promise<void> {
  const { state, reason } = how;
  const [row] = await tx
    .update(authorizations)
    .set({ state, endedAt: now(), endedReason: reason })
    .where(and(eq(authorizations.id, id), eq(authorizations.state, "in_force")))
    .returning();
  if (!row) throw new Conflict("not_in_force");
  const event = {
    withdrawn: "authorization.withdraw",
    ended: "authorization.end",
    superseded: "authorization.superseded",
  } as const;
  await audit(tx, actor, { event: event[state], id, version: row.version, organisation: row.agbPractice, reason });
  await recordEvent(tx, actor, { authorizationId: id, version: row.version, kind: state, detail: reason || undefined });
  for (const accountId of await accountsUnder(tx, id))
    await endSessions(tx, actor, accountDoor, { id: accountId }, "authorization_fell");
  const owner = row.accountId ? await accountName(row.accountId, tx) : null;
  if (!owner || state === "superseded") return;
  await send(
    tx,
    { ...owner, about: id },
    letters.fallen[state]({ name: owner.name, practiceName: row.practiceName }),
    id,
  );
}
