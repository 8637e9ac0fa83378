import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { enterWithDigid } from "#app/clients/accounts/digid/enter.server.ts";
import { readSession } from "#app/platform/doors/read-session.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { stranger } from "#tests/mailed-world.ts";
import { deliverRecords } from "#tests/record-deliveries.ts";

const WRONG = "999990019";
const RIGHT = "999990020";
beforeEach(async () => {
  await freshDatabase();
});

/** The line of a person comes again, with this number. */
async function deliver(environment: string, id: string, bsn: string | undefined, phone = "06 1") {
  const who = { firstName: "Roos", lastName: "Vermeer", birthDate: "1984-03-12" };
  return deliverRecords({ persons: [{ id, ...who, bsn, contact: { phone } }] }, { manifest: { environment } });
}

const getij = environmentOf("getij");
const enter = (bsn: string, environment = getij) =>
  enterWithDigid(stranger, environment, { bsn, level: 25, authenticatedAt: now() }, null);
const asked = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });

describe("a record whose number is put right", () => {
  it("H11 P-03 M-29: the DigiD of the wrong number no longer opens the record, sessions end, the right one comes in", async () => {
    const person = await aPerson({ bsn: WRONG });
    const { cookie } = await aClient(person);
    // One number for another at once may be another person (decision 17): first without, then with the right one.
    expect(await deliver("getij", person.externalId, RIGHT)).toMatchObject({ remarks: [{ reason: "other_number" }] });
    expect(await deliver("getij", person.externalId, undefined)).toMatchObject({ changed: 1, remarks: [] });
    expect(await readSession(clientDoor("getij"), asked(cookie))).toBeNull();
    expect(await deliver("getij", person.externalId, RIGHT)).toMatchObject({ changed: 1, remarks: [] });
    expect(await enter(WRONG)).toEqual({ kind: "unknown" });
    expect(await enter(RIGHT)).toHaveProperty("kind", "in");
    const own = await aPerson({ bsn: WRONG, firstName: "Bram" });
    expect(await enter(WRONG)).toHaveProperty("kind", "in");
    const [account] = await db.select().from(clientAccounts).where(eq(clientAccounts.personId, own.id));
    expect(account).toMatchObject({ firstName: "Bram", state: "terms_pending" });
  });

  it("H11 U-03: an account with a door of its own keeps that door and loses the DigiD; the same number changes nothing", async () => {
    const delinde = environmentOf("delinde");
    const person = await aPerson({ environmentId: "delinde", bsn: WRONG });
    const door = { email: "roos@voorbeeld.example", emailKey: "roos@voorbeeld.example", mailDoor: true };
    const { account, cookie } = await aClient(person, { account: { ...door, passwordHash: "x" } });
    const row = async () => (await db.select().from(clientAccounts).where(eq(clientAccounts.id, account.id)))[0];
    await deliver("delinde", person.externalId, WRONG);
    expect(await readSession(clientDoor("delinde"), asked(cookie))).not.toBeNull();
    await deliver("delinde", person.externalId, undefined, "06 2");
    expect(await readSession(clientDoor("delinde"), asked(cookie))).toBeNull();
    expect(await row()).toMatchObject({ state: "active", bsnIndex: null, digidUndoUntil: null });
    expect(await enter(WRONG, delinde)).toEqual({ kind: "unknown" });
  });
});
