import { and, eq, lt, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import type { AccountActor, StrangerActor, SystemActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { accountById } from "./account.server.ts";
import { ownWords } from "./activate.server.ts";
import { openDoor } from "./door-lock.server.ts";
import { remindInvited } from "./invitations.server.ts";
import { lapsedBefore } from "./invitation-state.server.ts";
import { emailKey, mailLapsed } from "./invite.server.ts";
import { countLimit } from "./limits.server.ts";
import { issueLink, useLink, voidLinks } from "./links.server.ts";
import { resetMail } from "./mails.server.ts";
import { hashPassword, isPassword } from "./passwords/hash.server.ts";
import { passwordFault } from "./passwords/rules.ts";
import { endSessions } from "./sessions.server.ts";
import { forgetBrowsers } from "./sign-in/known-browser.server.ts";
import { doorOf } from "./sign-in/unlock.server.ts";
import { tell } from "./tell.server.ts";

const LINK_MS = 30 * 60_000;
const HOUR = 3_600_000;
const clock: SystemActor = { kind: "system", name: "clock" };

/**
 * Mails a reset link when there is an active account. Who was invited and never activated gets the activation link again.
 * The answer is the same when there is none (A01).
 */
export async function askReset(actor: StrangerActor, email: string): Promise<void> {
  const key = emailKey(email);
  await transaction(async (tx) => {
    await countLimit(tx, ["reset_network", networkOf(actor.address)], { max: 20, windowMs: HOUR });
    await countLimit(tx, ["reset", key], { max: 3, windowMs: HOUR });
    const [account] = await tx.select().from(accounts).where(eq(accounts.emailKey, key));
    if (!account) return;
    if (account.state !== "active") {
      await audit(tx, actor, { event: "password.ask_reset", id: account.id });
      return remindInvited(tx, account);
    }
    const token = await issueLink(tx, { purpose: "reset", subjectId: account.id, lifetimeMs: LINK_MS });
    const message = {
      to: account.email,
      kind: "reset",
      key: `reset:${account.id}:${now().getTime()}`,
      subjectId: account.id,
    };
    await queueMail(tx, { ...message, ...resetMail(account, token) });
    await audit(tx, actor, { event: "password.ask_reset", id: account.id });
  });
}

/**
 * Sets a new password from a mailed link: ends every session and all that was half begun, lifts the locks, knows no
 * browser any more, leaves the second factor as it was, signs nobody in, and from now on a code in the same mailbox does
 * not count (A11, A12). @throws Invalid, Conflict
 */
export async function resetPassword(
  actor: StrangerActor,
  link: { id: string; accountId: string },
  password: string,
): Promise<void> {
  const account = await accountById(link.accountId);
  if (account?.state !== "active") throw new Invalid({ password: "short" });
  const fault = passwordFault(password, ownWords(account));
  if (fault) throw new Invalid({ password: fault });
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await useLink(tx, link.id);
    await tx.update(accounts).set({ passwordHash, mailCodeOff: true }).where(eq(accounts.id, account.id));
    await audit(tx, actor, { event: "password.reset", id: account.id });
    await endSessions(tx, actor, account.id, "password_changed");
    await openDoor(tx, doorOf(account.emailKey));
    await forgetBrowsers(tx, account.id);
    await tell(tx, account, "password");
  });
}

/**
 * The owner changes the password while signed in; every other session ends, and all that was half begun, and no other
 * browser is known any more. @param device cookie of this browser @throws Invalid, Conflict
 */
export async function changePassword(
  actor: AccountActor,
  given: { current: string; password: string },
  device: string | null = null,
): Promise<void> {
  const account = await accountById(actor.accountId);
  if (!account) throw new Invalid({ current: "wrong" });
  await transaction((tx) => countLimit(tx, ["change_password", account.id], { max: 10, windowMs: HOUR }));
  if (!(await isPassword(account.passwordHash, given.current))) throw new Invalid({ current: "wrong" });
  const fault = passwordFault(given.password, ownWords(account));
  if (fault) throw new Invalid({ password: fault });
  const passwordHash = await hashPassword(given.password);
  await transaction(async (tx) => {
    const judged = and(eq(accounts.id, account.id), eq(accounts.credentialVersion, account.credentialVersion));
    const set = await tx.update(accounts).set({ passwordHash }).where(judged).returning({ id: accounts.id });
    if (set.length === 0) throw new Conflict("password_changed");
    await voidLinks(tx, "reset", account.id);
    await forgetBrowsers(tx, account.id, device);
    await audit(tx, actor, { event: "password.change", id: account.id });
    await endSessions(tx, actor, account.id, "password_changed", { except: actor.sessionId });
    await tell(tx, account, "password");
  });
}

/** Calendar work: invitations older than 30 days and accounts past their last day end, with their sessions. */
export async function endAccounts(): Promise<void> {
  await transaction(async (tx) => {
    const lapsed = and(eq(accounts.state, "invited"), lte(accounts.invitedAt, lapsedBefore()));
    const over = and(eq(accounts.state, "active"), lt(accounts.endsOn, today()));
    for (const [which, endedReason] of [
      [lapsed, "not_activated"],
      [over, "end_date"],
    ] as const) {
      const ended = await tx.update(accounts).set({ state: "ended", endedReason }).where(which).returning();
      for (const account of ended) {
        const { id } = account;
        await voidLinks(tx, "activation", id);
        if (endedReason === "not_activated") await mailLapsed(tx, account);
        await endSessions(tx, clock, id, endedReason);
        await audit(tx, clock, {
          event: "account.end",
          id,
          reason: endedReason,
        });
      }
    }
  });
}
