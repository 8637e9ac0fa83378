import { and, eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { markKnown, sessionsOf } from "#app/platform/doors/own-sessions.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import * as browsers from "#app/platform/doors/sign-in/known-browser.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";

const SHOWN = 20;
const about = (actor: ClientActor) => ({
  id: actor.accountId,
  subjectId: actor.personId,
});

/** What a client sees of the own ways in, sessions and devices (F7). @throws NotFound */
export async function ownSecurity(actor: ClientActor) {
  const door = clientDoor(actor.environmentId);
  const [row] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, actor.accountId));
  if (!row) throw new NotFound();
  const history = await sessionsOf(door, row.id, SHOWN);
  return {
    digid: row.bsnIndex !== null,
    email: row.email,
    mailDoor: row.mailDoor && row.passwordHash !== null,
    devices: await browsers.knownDevices(door, row.id),
    history: history.map(({ id, createdAt, way, level, client, live }) => ({
      ...{ id, at: createdAt, level, live },
      way: way === "digid" ? ("digid" as const) : ("mail" as const),
      client: client ?? "",
      current: id === actor.sessionId,
    })),
  };
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
    await audit(tx, actor, { event: "client.close_mail_door", ...about(actor) });
    await endSessions(tx, actor, clientDoor(row.environmentId), row, "mail_door_closed", { way: "mail" });
  });
}

/** The client says that this device is the own one: no warning before a download. Returns the value of its cookie. */
export async function trustDevice(actor: ClientActor): Promise<string> {
  const door = clientDoor(actor.environmentId);
  return transaction(async (tx) => {
    const token = await browsers.nameDevice(tx, door, actor.accountId, null);
    await markKnown(tx, door, actor.accountId, true, actor.sessionId);
    await audit(tx, actor, { event: "client.trust_device", ...about(actor) });
    return token;
  });
}

/** Takes the trust in all devices back; sessions on them are warned again. */
export async function forgetDevices(actor: ClientActor): Promise<void> {
  const door = clientDoor(actor.environmentId);
  await transaction(async (tx) => {
    await browsers.forgetDevices(tx, door, actor.accountId);
    await markKnown(tx, door, actor.accountId, false);
    await audit(tx, actor, { event: "client.forget_devices", ...about(actor) });
  });
}
