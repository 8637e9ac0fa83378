import { transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { EventOf } from "#app/platform/audit/events/catalogue.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { accountById, masked, mobileOf } from "./account.server.ts";
import { tell } from "./letters/write.server.ts";
import { sessionsOf } from "./own-sessions.server.ts";
import { accountDoor } from "./owners/account.server.ts";
import { outdateCredentials } from "./owners/rows.server.ts";
import * as app from "./sign-in/factors.server.ts";

/** What the owner sees of the own account. @throws NotFound */
export async function ownAccount(actor: AccountActor) {
  const account = await accountById(actor.accountId);
  if (!account) throw new NotFound();
  const sessions = await sessionsOf(accountDoor, account.id);
  const mobile = mobileOf(account);
  return {
    name: actor.name,
    email: account.email,
    mobile: mobile && masked(mobile),
    hasApp: (await app.appFactor(account.id)) !== null,
    recovery: await app.recoveryLeft(account.id),
    sessions: sessions
      .filter((one) => one.endedAt === null && one.expiresAt > now())
      .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
      .map((one) => ({
        id: one.id,
        current: one.id === actor.sessionId,
        client: one.client ?? "",
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
      })),
  };
}

/** Begins to add an app; it counts after its first code. */
export async function addApp(actor: AccountActor): Promise<void> {
  await transaction(async (tx) => {
    await app.offerApp(tx, accountDoor, actor.accountId);
    await outdateCredentials(tx, accountDoor, actor.accountId);
    await audit(tx, actor, { event: "factor.offer", id: actor.accountId });
  });
}

/** Binds the app when its first code is right, and tells the owner. */
export async function bindApp(actor: AccountActor, code: string): Promise<boolean> {
  if (!(await app.checkApp(accountDoor, actor.accountId, code, true))) return false;
  await transaction((tx) => changed(tx, actor, "app_added", "factor.bind"));
  return true;
}

/** Takes the app away, and tells the owner. */
export async function removeApp(actor: AccountActor): Promise<void> {
  await transaction(async (tx) => {
    await app.removeApp(tx, actor.accountId);
    await changed(tx, actor, "app_removed", "factor.remove");
  });
}

/** Makes ten new recovery codes, shown this once; the owner is told. */
export async function renewRecoveryCodes(actor: AccountActor): Promise<string[]> {
  return transaction(async (tx) => {
    const made = await app.newRecoveryCodes(tx, accountDoor, actor.accountId);
    await changed(tx, actor, "recovery", "recovery.renew");
    return made;
  });
}

/** After a change of factor: it is in the log, the owner hears so, and what was half begun with the old ones ends. */
async function changed(
  tx: Transaction,
  actor: AccountActor,
  change: "app_added" | "app_removed" | "recovery",
  event: EventOf<"account">,
): Promise<void> {
  const account = await accountById(actor.accountId, tx);
  if (!account) throw new NotFound();
  await outdateCredentials(tx, accountDoor, account.id);
  await audit(tx, actor, { event, id: actor.accountId });
  await tell(tx, accountDoor, account, change);
}
