import { and, eq, inArray, or } from "drizzle-orm";
import { db, transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Account } from "./account.server.ts";
import { newHandoverCode } from "./handover.server.ts";
import { invitationState, type InvitationState } from "./invitation-state.server.ts";
import { emailKey } from "./email-key.ts";
import { mailActivation, mailLapsed } from "./invite.server.ts";
import { countLimit } from "./limits.server.ts";
import { findLink, voidLinks } from "./links.server.ts";

const SENDS = { max: 3, windowMs: 3_600_000 };

export type Invitation = {
  accountId: string;
  name: string;
  state: InvitationState;
  invitedAt: Date;
  hasMobile: boolean;
};

/** The invitation of an account, or null for an account that is not there. */
export async function invitationOf(accountId: string, from: Reads = db): Promise<Invitation | null> {
  const [row] = await from.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) return null;
  const { id, firstName, lastName, invitedAt, mobile } = row;
  const state = invitationState(row);
  return { accountId: id, name: `${firstName} ${lastName}`, state, invitedAt, hasMobile: mobile !== null };
}

/** The lapsed invitation that a mailed link belongs to, also an old one; null for every other link. */
export async function lapsedInvitation(token: string): Promise<Invitation | null> {
  const link = await findLink("activation", token);
  const found = link.state === "unknown" ? null : await invitationOf(link.subjectId);
  return found?.state === "lapsed" ? found : null;
}

/**
 * Mails the activation link of an invited account once more; the one before stops working. Whoever calls this has the
 * right to: the desk, the practitioner, or somebody who holds an older link.
 * @returns a code to hand over where there is no mobile. @throws Conflict "not_invited", Limited after three in an hour
 */
export async function sendActivationAgain(tx: Transaction, actor: Actor, accountId: string): Promise<string | null> {
  const found = await invitationOf(accountId, tx);
  if (found?.state !== "invited") throw new Conflict("not_invited");
  await countLimit(tx, ["activation_link", accountId], SENDS);
  await mailActivation(tx, accountId);
  await audit(tx, actor, {
    event: "account.send_again",
    id: accountId,
    subjectId: accountId,
  });
  const personal = actor.kind === "account" && !found.hasMobile;
  return personal ? newHandoverCode(tx, actor, accountId) : null;
}

/**
 * Invites somebody again who did not activate within thirty days, after a person confirmed it anew: thirty days more,
 * and a new link. @returns a code to hand over where there is no mobile
 * @throws Conflict "not_lapsed", or "address_taken" when somebody else signs in with the address by now
 */
export async function inviteAgain(tx: Transaction, actor: Actor, accountId: string): Promise<string | null> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row || invitationState(row) !== "lapsed") throw new Conflict("not_lapsed");
  const key = emailKey(row.email);
  const [holder] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.emailKey, key));
  if (holder && holder.id !== accountId) throw new Conflict("address_taken");
  const again = await tx
    .update(accounts)
    .set({ state: "invited", invitedAt: now(), endedReason: null, emailKey: key })
    .where(
      and(
        eq(accounts.id, accountId),
        inArray(accounts.state, ["invited", "ended"]),
        eq(accounts.invitedAt, row.invitedAt),
      ),
    )
    .returning({ id: accounts.id });
  if (again.length === 0) throw new Conflict("not_lapsed");
  await audit(tx, actor, {
    event: "account.invite_again",
    id: accountId,
    subjectId: accountId,
  });
  await mailActivation(tx, accountId);
  return row.mobile ? null : newHandoverCode(tx, actor, accountId);
}

/** Ends an account that was never activated because another took its place; one that is used is left alone. */
export async function endInvitation(tx: Transaction, actor: Actor, accountId: string): Promise<void> {
  const lapsed = and(eq(accounts.state, "ended"), eq(accounts.endedReason, "not_activated"));
  const ended = await tx
    .update(accounts)
    .set({ state: "ended", endedReason: "replaced" })
    .where(and(eq(accounts.id, accountId), or(eq(accounts.state, "invited"), lapsed)))
    .returning({ id: accounts.id });
  if (ended.length === 0) return;
  await voidLinks(tx, "activation", accountId);
  await audit(tx, actor, { event: "account.end", id: accountId, reason: "replaced" });
}

/** A new link from the page of an old one: to the address of the account, never to another. "too_old": it has lapsed. */
export async function renewActivation(token: string): Promise<"sent" | "too_old"> {
  const link = await findLink("activation", token);
  if (link.state === "unknown" || link.state === "used") return "too_old";
  const found = await invitationOf(link.subjectId);
  if (found?.state !== "invited") return "too_old";
  const holder = { kind: "link", role: "applicant", subjectId: found.accountId, name: found.name } as const;
  await transaction((tx) => sendActivationAgain(tx, holder, found.accountId));
  return "sent";
}

/** What "forgotten password" sends to somebody who never had one: the way in, or the way to ask for it again. */
export async function remindInvited(tx: Transaction, account: Account): Promise<void> {
  const state = invitationState(account);
  if (state === "invited") await mailActivation(tx, account.id);
  if (state === "lapsed") await mailLapsed(tx, account);
}
