import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { accountById, mayEnter, type Account } from "../account.server.ts";
import { isHeldUp, openDoor } from "../door-lock.server.ts";
import { emailKey } from "../invite.server.ts";
import { countLimit, tryLimit } from "../limits.server.ts";
import { findLink, issueLink, useLink } from "../links.server.ts";
import { unlockMail } from "../mails.server.ts";

const DAY = 86_400_000;
/** The newest link lives as long as the window of the mails, so that there is always a good one in the mailbox. */
export const UNLOCK_MS = DAY;
/** Mails to end a lock that one account gets: enough to come again, too few to bother anybody with. */
export const UNLOCK_MAILS = { max: 5, windowMs: DAY };
/** Requests for that mail from one network. */
export const UNLOCK_ASKS = { max: 20, windowMs: 3_600_000 };

/** What the tries at the door of professionals with this address are counted under. */
export const doorOf = (key: string) => ["sign_in", key];

/** Mails the owner a link to end the lock, at most five a day; nothing when there is no lock. */
export async function mailUnlock(tx: Transaction, account: Account): Promise<void> {
  if (!(await isHeldUp(tx, doorOf(account.emailKey)))) return;
  if (await tryLimit(tx, ["unlock_mail", account.id], UNLOCK_MAILS)) return;
  const token = await issueLink(tx, { purpose: "unlock", subjectId: account.id, lifetimeMs: UNLOCK_MS });
  const key = `unlock:${account.id}:${now().getTime()}`;
  const message = { to: account.email, kind: "unlock", key, subjectId: account.id };
  await queueMail(tx, { ...message, ...unlockMail(account, token) });
}

/**
 * Mails the link to end a lock once more. The answer is the same when there is no account, or no lock (A01).
 * @throws Limited after twenty from one network in an hour
 */
export async function askUnlock(actor: StrangerActor, email: string): Promise<void> {
  await transaction(async (tx) => {
    await countLimit(tx, ["unlock_network", networkOf(actor.address)], UNLOCK_ASKS);
    const [account] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.emailKey, emailKey(email)));
    if (account && mayEnter(account)) await mailUnlock(tx, account);
  });
}

/**
 * Takes the locks off an account, from the link that its owner was mailed. The browser that holds its secret is known
 * for a day (`knownBrowser`). @throws Conflict when the link is no good
 */
export async function unlockAccount(actor: StrangerActor, token: string): Promise<void> {
  const link = await findLink("unlock", token);
  const account = link.state === "good" ? await accountById(link.subjectId) : null;
  if (link.state !== "good" || !account) throw new Conflict("link_used");
  await transaction(async (tx) => {
    await useLink(tx, link.id);
    await openDoor(tx, doorOf(account.emailKey));
    await audit(tx, actor, { event: "sign_in.unlock", id: account.id });
  });
}
