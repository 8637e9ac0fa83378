import { transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { isHeldUp, openDoor } from "#app/platform/doors/door-lock.server.ts";
import { emailKey } from "#app/platform/doors/invite.server.ts";
import { countLimit, tryLimit } from "#app/platform/doors/limits.server.ts";
import { issueLink, useLink } from "#app/platform/doors/links.server.ts";
import { UNLOCK_ASKS, UNLOCK_MAILS, UNLOCK_MS } from "#app/platform/doors/sign-in/unlock.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { accountByEmail, accountOfLink, hasMailDoor } from "./accounts.server.ts";
import { mailLink } from "./mails.server.ts";

/** What the tries with this address at the door of an environment are counted under. */
export const clientDoor = (environmentId: string, key: string) => ["client_sign_in", environmentId, key];
const doorOf = (account: ClientAccount) => clientDoor(account.environmentId, account.emailKey ?? "");

/** Mails the owner a link to end the lock, at most five a day; nothing when there is no lock. */
export async function mailClientUnlock(tx: Transaction, account: ClientAccount): Promise<void> {
  if (!(await isHeldUp(tx, doorOf(account)))) return;
  if (await tryLimit(tx, ["client_unlock_mail", account.id], UNLOCK_MAILS)) return;
  const token = await issueLink(tx, { purpose: "client_unlock", subjectId: account.id, lifetimeMs: UNLOCK_MS });
  await mailLink(tx, account, "unlock", token);
}

/**
 * Mails the link to end a lock once more. The answer is the same when there is no account, or no lock (A01).
 * @throws Limited after twenty from one network in an hour
 */
export async function askClientUnlock(actor: StrangerActor, environment: Environment, email: string): Promise<void> {
  await transaction(async (tx) => {
    await countLimit(tx, ["client_unlock_network", networkOf(actor.address)], UNLOCK_ASKS);
    const account = await accountByEmail(environment.id, emailKey(email), tx);
    if (account && (await hasMailDoor(account, tx))) await mailClientUnlock(tx, account);
  });
}

/**
 * Takes the locks off an account, from the link that its owner was mailed. The browser that holds its secret is known for
 * a day. @throws Conflict when the link is no good
 */
export async function unlock(actor: StrangerActor, environment: Environment, token: string | null): Promise<void> {
  const found = await accountOfLink(environment, "client_unlock", token);
  if (!found) throw new Conflict("link_used");
  const { account, linkId } = found;
  await transaction(async (tx) => {
    await useLink(tx, linkId);
    await openDoor(tx, doorOf(account));
    await audit(tx, actor, { event: "client.unlock", id: account.id, organisation: environment.id });
  });
}

/** Takes the locks off after a reset, which proved the mailbox too. */
export async function openClientDoor(tx: Transaction, account: ClientAccount): Promise<void> {
  await openDoor(tx, doorOf(account));
}
