import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { clientAccounts, clientDevices, clientSessions } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { IDLE_MS, endClientSessions } from "../sessions.server.ts";

const SHOWN = 20;
const account = (actor: ClientActor) => ({
  id: actor.accountId,
  environmentId: actor.environmentId,
  personId: actor.personId,
});

/** What a client sees of the own ways in, sessions and devices (F7). @throws NotFound */
export async function ownSecurity(actor: ClientActor) {
  const [row] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, actor.accountId));
  if (!row) throw new NotFound();
  const history = await db
    .select()
    .from(clientSessions)
    .where(eq(clientSessions.accountId, row.id))
    .orderBy(desc(clientSessions.createdAt))
    .limit(SHOWN);
  const devices = await db
    .select({ id: clientDevices.id, createdAt: clientDevices.createdAt, lastSeenAt: clientDevices.lastSeenAt })
    .from(clientDevices)
    .where(and(eq(clientDevices.accountId, row.id), isNull(clientDevices.removedAt)));
  const moment = now().getTime();
  return {
    digid: row.bsnIndex !== null,
    email: row.email,
    mailDoor: row.mailDoor && row.passwordHash !== null,
    devices,
    history: history.map((one) => ({
      id: one.id,
      at: one.createdAt,
      way: one.way,
      level: one.level,
      client: one.client ?? "",
      current: one.id === actor.sessionId,
      live: one.endedAt === null && one.expiresAt.getTime() > moment && moment - one.lastSeenAt.getTime() < IDLE_MS,
    })),
  };
}

/** Ends one other session of the client, or all others; bites on the next request (F6). */
export async function endOwn(actor: ClientActor, only: string | null): Promise<void> {
  await transaction((tx) =>
    endClientSessions(tx, actor, account(actor), "ended_by_owner", only ? { only } : { except: actor.sessionId }),
  );
}

/**
 * Closes the door of password and mailed code, for who signs in with DigiD (F4): sessions that came in by it end.
 * @throws Conflict without DigiD, which would lock the client out
 */
export async function closeMailDoor(actor: ClientActor): Promise<void> {
  await transaction(async (tx) => {
    const [row] = await tx
      .update(clientAccounts)
      .set({ mailDoor: false })
      .where(and(eq(clientAccounts.id, actor.accountId), eq(clientAccounts.mailDoor, true)))
      .returning();
    if (!row?.bsnIndex) throw new Conflict("door_stays");
    await audit(tx, actor, {
      event: "client.close_mail_door",
      id: actor.accountId,
      subjectId: actor.personId,
    });
    await endClientSessions(tx, actor, row, "mail_door_closed", { way: "mail" });
  });
}

/** The client says that this device is the own one: no warning before a download. Returns the value of its cookie. */
export async function trustDevice(actor: ClientActor): Promise<string> {
  const token = newToken();
  await transaction(async (tx) => {
    const moment = now();
    const { environmentId, accountId } = actor;
    await tx.insert(clientDevices).values({
      id: newId(),
      environmentId,
      accountId,
      tokenHash: tokenHash(token),
      createdAt: moment,
      lastSeenAt: moment,
    });
    await tx.update(clientSessions).set({ knownDevice: true }).where(eq(clientSessions.id, actor.sessionId));
    await audit(tx, actor, {
      event: "client.trust_device",
      id: actor.accountId,
      subjectId: actor.personId,
    });
  });
  return token;
}

/** Takes the trust in all devices back; sessions on them are warned again. */
export async function forgetDevices(actor: ClientActor): Promise<void> {
  await transaction(async (tx) => {
    const mine = eq(clientDevices.accountId, actor.accountId);
    await tx
      .update(clientDevices)
      .set({ removedAt: now() })
      .where(and(mine, isNull(clientDevices.removedAt)));
    const live = and(eq(clientSessions.accountId, actor.accountId), gt(clientSessions.expiresAt, now()));
    await tx.update(clientSessions).set({ knownDevice: false }).where(live);
    await audit(tx, actor, {
      event: "client.forget_devices",
      id: actor.accountId,
      subjectId: actor.personId,
    });
  });
}
