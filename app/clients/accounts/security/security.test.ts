import { eq } from "drizzle-orm";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { beforeEach, expect, test } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { db, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { endOwnSessions } from "#app/platform/doors/own-sessions.server.ts";
import { closeMailDoor, forgetDevices, ownSecurity, trustDevice } from "./own-security.server.ts";

beforeEach(() => freshDatabase());

const facts = {
  requestId: "test",
  address: "192.0.2.1",
  client: "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537",
};
const delinde = environmentOf("delinde");

/** A second session of the same client. */
async function again(accountId: string, way: "digid" | "mail", device: string | null = null) {
  const [account] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, accountId));
  const token = await transaction((tx) =>
    startSession(tx, clientDoor(account!.environmentId), {
      ownerId: account!.id,
      way,
      level: way === "digid" ? 25 : null,
      device,
      facts,
    }),
  );
  const cookie = `__Host-client-delinde=${token}`;
  return () => clientVisitor(new Request("http://localhost/", { headers: { cookie } }), delinde);
}
const person = () => aPerson({ environmentId: "delinde", bsn: "999992351" });
const both = {
  email: "willem@voorbeeld.example",
  emailKey: "willem@voorbeeld.example",
  mailDoor: true,
  passwordHash: "x",
};

test("F6 S05 F7: the client sees every sign-in and stops the others; the own one stays", async () => {
  const { actor } = await aClient(await person());
  const other = await again(actor.accountId, "digid");
  const { history } = await ownSecurity(actor);
  expect(history.map(({ current, live, way }) => ({ current, live, way }))).toContainEqual({
    current: false,
    live: true,
    way: "digid",
  });
  await endOwnSessions(actor, clientDoor("delinde"), null);
  expect(await other()).toBeNull();
  expect((await ownSecurity(actor)).history.filter(({ live }) => live)).toHaveLength(1);
});

test("F6 Z02: a session of somebody else is not stopped by its id", async () => {
  const mine = await aClient(await person());
  const theirs = await aClient(await aPerson({ environmentId: "delinde" }));
  await endOwnSessions(mine.actor, clientDoor("delinde"), theirs.actor.sessionId);
  expect((await ownSecurity(theirs.actor)).history[0]).toMatchObject({ live: true });
});

test("F4 U-02: who has DigiD may close the door of the mailed code; sessions by it end, and without DigiD it stays open", async () => {
  const { actor } = await aClient(await person(), { account: both });
  const byMail = await again(actor.accountId, "mail");
  await closeMailDoor(actor);
  expect(await byMail()).toBeNull();
  expect(await ownSecurity(actor)).toMatchObject({ mailDoor: false, digid: true });
  const only = await aClient(await aPerson({ environmentId: "delinde" }), {
    way: "mail",
    account: { ...both, email: "b", emailKey: "b" },
  });
  await expect(closeMailDoor(only.actor)).rejects.toThrow("door_stays");
  expect(await ownSecurity(only.actor)).toMatchObject({ mailDoor: true });
});

test("G-07 G5: only a device that its owner named is known, for that account alone, until forgotten", async () => {
  const { actor } = await aClient(await person());
  expect(actor.knownDevice).toBe(false);
  const token = await trustDevice(actor);
  const kept = readCookie(
    new Request("http://x/", { headers: { cookie: setCookie("client-device-delinde", token).split(";")[0]! } }),
    "client-device-delinde",
  );
  expect((await (await again(actor.accountId, "digid", kept))())?.knownDevice).toBe(true);
  expect((await (await again(actor.accountId, "digid"))())?.knownDevice).toBe(false);
  const other = await aClient(await aPerson({ environmentId: "delinde" }));
  expect((await (await again(other.actor.accountId, "digid", kept))())?.knownDevice).toBe(false);
  await forgetDevices(actor);
  expect((await (await again(actor.accountId, "digid", kept))())?.knownDevice).toBe(false);
});
