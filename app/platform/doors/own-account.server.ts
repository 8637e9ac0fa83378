import { and, desc, eq, isNull } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { factors, sessions } from "#db/schema/doors.ts";
import type { EventOf } from "#app/platform/audit/events/catalogue.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { accountById, masked, mobileOf, outdateCredentials } from "./account.server.ts";
import { endSessions } from "./sessions.server.ts";
import { tell } from "./tell.server.ts";
import { appFactor, checkApp, newRecoveryCodes, offerApp, recoveryLeft } from "./sign-in/factors.server.ts";

/** What the owner sees of the own account. @throws NotFound */
export async function ownAccount(actor: AccountActor) {
  const account = await accountById(actor.accountId);
  if (!account) throw new NotFound();
  const live = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, account.id), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.lastSeenAt));
  const mobile = mobileOf(account);
  return {
    name: actor.name,
    email: account.email,
    mobile: mobile && masked(mobile),
    hasApp: (await appFactor(account.id)) !== null,
    recovery: await recoveryLeft(account.id),
    sessions: live
      .filter((one) => one.expiresAt > now())
      .map((one) => ({
        id: one.id,
        current: one.id === actor.sessionId,
        client: one.client ?? "",
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
      })),
  };
}

/** Ends one other session of the owner, or all others. */
export async function endOwnSessions(actor: AccountActor, only: string | null): Promise<void> {
  await transaction((tx) =>
    endSessions(tx, actor, actor.accountId, "ended_by_owner", only ? { only } : { except: actor.sessionId }),
  );
}

/** Begins to add an app; it counts after its first code. */
export async function addApp(actor: AccountActor): Promise<void> {
  await transaction(async (tx) => {
    await offerApp(tx, actor.accountId);
    await outdateCredentials(tx, actor.accountId);
    await audit(tx, actor, { event: "factor.offer", id: actor.accountId });
  });
}

/** Binds the app when its first code is right, and tells the owner. */
export async function bindApp(actor: AccountActor, code: string): Promise<boolean> {
  if (!(await checkApp(actor.accountId, code, true))) return false;
  await transaction((tx) => changed(tx, actor, "app_added", "factor.bind"));
  return true;
}

/** Takes the app away, and tells the owner. */
export async function removeApp(actor: AccountActor): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(factors).where(and(eq(factors.accountId, actor.accountId), eq(factors.kind, "app")));
    await changed(tx, actor, "app_removed", "factor.remove");
  });
}

/** Makes ten new recovery codes, shown this once; the owner is told. */
export async function renewRecoveryCodes(actor: AccountActor): Promise<string[]> {
  return transaction(async (tx) => {
    const made = await newRecoveryCodes(tx, actor.accountId);
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
  await outdateCredentials(tx, account.id);
  await audit(tx, actor, { event, id: actor.accountId });
  await tell(tx, account, change);
}
