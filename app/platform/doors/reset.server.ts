import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor, StrangerActor } from "#app/shared/actor.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { accountById } from "./account.server.ts";
import { openDoor } from "./door-lock.server.ts";
import { emailKey } from "./email-key.ts";
import { mailLink, tell } from "./letters/write.server.ts";
import { countLimit } from "./limits.server.ts";
import { issueLink, useLink, voidLinks } from "./links.server.ts";
import { logged } from "./log.ts";
import { accountDoor } from "./owners/account.server.ts";
import type { Door, DoorRow } from "./owners/owner.ts";
import { changeRow, mayUsePassword, rowByEmail, rowById } from "./owners/rows.server.ts";
import { hashPassword, isPassword } from "./passwords/hash.server.ts";
import { passwordFault } from "./passwords/rules.ts";
import { purposeOf } from "./purposes.ts";
import { endSessions } from "./sessions.server.ts";
import { forgetBrowsers } from "./sign-in/known-browser.server.ts";
import { behindLink, triesAt } from "./sign-in/unlock.server.ts";

const LINK_MS = 30 * 60_000;
const HOUR = 3_600_000;
const ASKS = { max: 3, windowMs: HOUR };
const NETWORK = { max: 20, windowMs: HOUR };

/**
 * Mails a reset link to somebody who comes in by this door; whoever does not hears by mail why, where there is something
 * to say. The answer on screen is the same for everybody (A01).
 */
export async function askReset<Row extends DoorRow>(door: Door<Row>, actor: StrangerActor, email: string) {
  const { owner, place } = door;
  await transaction(async (tx) => {
    await countLimit(tx, [`${owner.prefix}reset_network`, networkOf(actor.address)], NETWORK);
    const about = [`${owner.prefix}reset`, ...(owner.placeColumn ? [place] : []), emailKey(email)];
    await countLimit(tx, about, ASKS);
    const row = await rowByEmail(door, email, tx);
    if (!row) return;
    await audit(tx, actor, logged(door, "askReset", row.id));
    if (!(await mayUsePassword(door, row, tx))) return owner.tellWhyNot(tx, row, "reset");
    const link = { purpose: purposeOf(door, "reset"), subjectId: row.id, lifetimeMs: LINK_MS };
    await mailLink(tx, door, row, "reset", await issueLink(tx, link));
  });
}

/**
 * Sets a new password from a mailed link: ends every session and all that was half begun, lifts the locks, knows no
 * browser any more, signs nobody in, and tells the owner. What it does to the second factor says the entry of the owner
 * (A11, A12). @throws Conflict when the link is no good any more; Invalid for a bad password
 */
export async function resetPassword(door: Door, actor: StrangerActor, token: string | null, password: string) {
  const found = await behindLink(door, "reset", token);
  if (!found) throw new Conflict("link_used");
  const { account, linkId } = found;
  const fault = await passwordFault(password, door.owner.ownWords(account, door.place));
  if (fault) throw new Invalid({ password: fault });
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await useLink(tx, linkId);
    if (!(await changeRow(tx, door, account.id, { passwordHash, ...door.owner.resetSets })))
      throw new Conflict("link_used");
    const row = await rowById(door, account.id, tx);
    if (!row || !(await mayUsePassword(door, row, tx))) throw new Conflict("link_used");
    await audit(tx, actor, logged(door, "reset", account.id));
    await endSessions(tx, actor, door, account, "password_changed");
    await openDoor(tx, triesAt(door, account.emailKey ?? ""));
    await forgetBrowsers(tx, door, account.id);
    await tell(tx, door, account, "password");
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
  const door = accountDoor;
  const account = await accountById(actor.accountId);
  if (!account) throw new Invalid({ current: "wrong" });
  await transaction((tx) => countLimit(tx, ["change_password", account.id], { max: 10, windowMs: HOUR }));
  if (!(await isPassword(account.passwordHash, given.current))) throw new Invalid({ current: "wrong" });
  const fault = await passwordFault(given.password, door.owner.ownWords(account, door.place));
  if (fault) throw new Invalid({ password: fault });
  const passwordHash = await hashPassword(given.password);
  await transaction(async (tx) => {
    const judged = eq(door.owner.table.credentialVersion, account.credentialVersion);
    if (!(await changeRow(tx, door, account.id, { passwordHash }, judged))) throw new Conflict("password_changed");
    await voidLinks(tx, "reset", account.id);
    await forgetBrowsers(tx, door, account.id, device);
    await audit(tx, actor, { event: "password.change", id: account.id });
    await endSessions(tx, actor, door, account, "password_changed", { except: actor.sessionId });
    await tell(tx, door, account, "password");
  });
}
