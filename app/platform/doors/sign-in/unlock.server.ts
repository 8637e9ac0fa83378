import { db, transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { isHeldUp, openDoor } from "../door-lock.server.ts";
import { emailKey } from "../email-key.ts";
import { mailLink } from "../letters/write.server.ts";
import { countLimit, tryLimit } from "../limits.server.ts";
import { findLink, issueLink, useLink } from "../links.server.ts";
import { logged } from "../log.ts";
import type { Door, DoorRow } from "../owners/owner.ts";
import { entrant, mayUsePassword, rowByEmail } from "../owners/rows.server.ts";
import { purposeOf } from "../purposes.ts";

const DAY = 86_400_000;
/** The newest link lives as long as the window of the mails, so that there is always a good one in the mailbox. */
const UNLOCK_MS = DAY;
/** Mails to end a lock that one account gets: enough to come again, too few to bother anybody with. */
const UNLOCK_MAILS = { max: 5, windowMs: DAY };
/** Requests for that mail from one network. */
const UNLOCK_ASKS = { max: 20, windowMs: 3_600_000 };

/** What the tries with this address at this door are counted under. */
export const triesAt = ({ owner, place }: Door, email: string) => [
  `${owner.prefix}sign_in`,
  ...(owner.placeColumn ? [place] : []),
  emailKey(email),
];

/** Mails the owner a link to end the lock, at most five a day; nothing when there is no lock. */
export async function mailUnlock(tx: Transaction, door: Door, row: DoorRow): Promise<void> {
  if (!(await isHeldUp(tx, triesAt(door, row.emailKey ?? "")))) return;
  if (await tryLimit(tx, [`${door.owner.prefix}unlock_mail`, row.id], UNLOCK_MAILS)) return;
  const link = { purpose: purposeOf(door, "unlock"), subjectId: row.id, lifetimeMs: UNLOCK_MS };
  await mailLink(tx, door, row, "unlock", await issueLink(tx, link));
}

/**
 * Mails the link to end a lock once more. The answer is the same when there is no account, or no lock (A01).
 * @throws Limited after twenty from one network in an hour
 */
export async function askUnlock(door: Door, actor: StrangerActor, email: string): Promise<void> {
  await transaction(async (tx) => {
    await countLimit(tx, [`${door.owner.prefix}unlock_network`, networkOf(actor.address)], UNLOCK_ASKS);
    const row = await rowByEmail(door, email, tx);
    if (row && (await mayUsePassword(door, row, tx))) await mailUnlock(tx, door, row);
  });
}

/** The account of a mailed link of this door that is still good, or null; looking uses nothing up. */
export async function behindLink<Row extends DoorRow>(
  door: Door<Row>,
  what: "reset" | "unlock",
  token: string | null,
): Promise<{ linkId: string; account: Row } | null> {
  const link = await findLink(purposeOf(door, what), token ?? "");
  if (link.state !== "good") return null;
  const account = await entrant(door)(link.subjectId, db);
  return account && { linkId: link.id, account };
}

/**
 * Takes the locks off an account, from the link that its owner was mailed. The browser that holds its secret is known
 * for a day (`knownBrowser`). @throws Conflict when the link is no good
 */
export async function unlock(door: Door, actor: StrangerActor, token: string | null): Promise<void> {
  const found = await behindLink(door, "unlock", token);
  if (!found) throw new Conflict("link_used");
  const { account, linkId } = found;
  await transaction(async (tx) => {
    await useLink(tx, linkId);
    await openDoor(tx, triesAt(door, account.emailKey ?? ""));
    await audit(tx, actor, logged(door, "unlock", account.id));
  });
}
