import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientDevices } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { forgetUsed, issueLink, useLink } from "#app/platform/doors/links.server.ts";
import { emailKey } from "#app/platform/doors/invite.server.ts";
import { hashPassword } from "#app/platform/doors/passwords/hash.server.ts";
import { passwordFault } from "#app/platform/doors/passwords/rules.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { endClientSessions, type ClientAccount } from "../sessions.server.ts";
import { accountByEmail, accountOfLink, hasMailDoor, wordsOf } from "./accounts.server.ts";
import { mailLink, mailWhyNot, tellPassword } from "./mails.server.ts";
import { openClientDoor } from "./unlock.server.ts";

const LINK_MS = 30 * 60_000;
const HOUR = 3_600_000;

/** Mails a reset link to somebody with this door; the answer on screen is the same for everybody (A01). */
export async function askReset(actor: StrangerActor, environment: Environment, email: string): Promise<void> {
  await transaction(async (tx) => {
    await countLimit(tx, ["client_reset_network", networkOf(actor.address)], { max: 20, windowMs: HOUR });
    await countLimit(tx, ["client_reset", environment.id, emailKey(email)], { max: 3, windowMs: HOUR });
    const account = await accountByEmail(environment.id, email, tx);
    if (!account) return;
    if (!(await hasMailDoor(account, tx))) return mailWhyNot(tx, account);
    const token = await issueLink(tx, { purpose: "client_reset", subjectId: account.id, lifetimeMs: LINK_MS });
    await mailLink(tx, account, "reset", token);
    await audit(tx, actor, { event: "client.ask_reset", id: account.id, organisation: account.environmentId });
  });
}

/**
 * Sets a new password from a mailed link: every session ends and all that was half begun, the locks are lifted, no browser
 * is known any more, codes work again, and nobody is signed in.
 * @throws Conflict when the link is no good any more; Invalid for a bad password
 */
export async function resetPassword(
  actor: StrangerActor,
  environment: Environment,
  token: string | null,
  password: string,
): Promise<void> {
  const found = await accountOfLink(environment, "client_reset", token);
  if (!found) throw new Conflict("link_used");
  const { account, linkId } = found;
  const fault = passwordFault(password, wordsOf(environment, { ...account, email: account.email ?? "" }));
  if (fault) throw new Invalid({ password: fault });
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await useLink(tx, linkId);
    const set = await tx
      .update(clientAccounts)
      .set({ passwordHash, codeFailures: 0 })
      .where(and(eq(clientAccounts.id, account.id), eq(clientAccounts.mailDoor, true)))
      .returning({ id: clientAccounts.id });
    if (set.length === 0) throw new Conflict("link_used");
    await openClientDoor(tx, account);
    await forgetBrowsers(tx, account);
    await audit(tx, actor, { event: "client.reset_password", id: account.id, organisation: account.environmentId });
    await endClientSessions(tx, actor, account, "password_changed");
    await tellPassword(tx, account);
  });
}

/** Whoever trusted a browser or opened a lock with what is worthless now has no counter of its own any more. */
async function forgetBrowsers(tx: Transaction, account: ClientAccount): Promise<void> {
  await tx
    .update(clientDevices)
    .set({ removedAt: now() })
    .where(and(eq(clientDevices.accountId, account.id), isNull(clientDevices.removedAt)));
  await forgetUsed(tx, "client_unlock", account.id);
}
