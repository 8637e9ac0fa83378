import { beforeEach, expect, test } from "vitest";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { desc, eq } from "drizzle-orm";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { clientVisitor, requireClient } from "#app/platform/rights/client-guards.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts, clientTerms } from "#db/schema/accounts.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { removeOldQuestions } from "#app/platform/doors/digid/remove-old.server.ts";
import { removeOldSessions } from "#app/platform/doors/own-sessions.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import { stayIn } from "./stay.server.ts";
import { answerClientTerms, clientTermsHash } from "./terms.server.ts";

beforeEach(freshDatabase);

const getij = environmentOf("getij");
const MINUTE = 60_000;
const asked = (cookie: string) => new Request("http://localhost/mijn/getij", { headers: { cookie } });
const later = (ms: number) => setClock(new Date(now().getTime() + ms));

test("S04 F5: fifteen minutes without a sign of life end a session of a client, 14:59 does not", async () => {
  const { cookie } = await aClient(await aPerson());
  later(15 * MINUTE - 1000);
  expect(await clientVisitor(asked(cookie), getij)).not.toBeNull();
  later(15 * MINUTE + 1000);
  expect(await clientVisitor(asked(cookie), getij)).toBeNull();
});

test("S04: two hours end a session however busy, and saying to be there does not stretch that", async () => {
  const { cookie, actor } = await aClient(await aPerson());
  for (let minute = 0; minute < 119; minute += 7) {
    later(7 * MINUTE);
    if (minute + 7 < 120) expect(await clientVisitor(asked(cookie), getij), `${minute} min`).not.toBeNull();
  }
  expect(await stayIn(actor)).toBeLessThanOrEqual(60);
  later(MINUTE + 1000);
  expect(await clientVisitor(asked(cookie), getij)).toBeNull();
});

test("P-07 H11: a session of one environment is nobody in another, also under its cookie name", async () => {
  const { cookie } = await aClient(await aPerson());
  const moved = cookie.replace("client-getij", "client-delinde");
  expect(await clientVisitor(asked(moved), environmentOf("delinde"))).toBeNull();
  expect(await clientVisitor(asked(cookie), environmentOf("delinde"))).toBeNull();
});

test("S05: what ends a session bites on the next request, and a closed account lets nobody in", async () => {
  const person = await aPerson();
  const first = await aClient(person);
  await transaction((tx) => endSessions(tx, first.actor, clientDoor("getij"), first.account, "signed_out"));
  expect(await clientVisitor(asked(first.cookie), getij)).toBeNull();
  const second = await aClient(await aPerson());
  await transaction(async (tx) => {
    await tx.update(clientAccounts).set({ state: "closed" }).where(eq(clientAccounts.id, second.account.id));
  });
  expect(await clientVisitor(asked(second.cookie), getij)).toBeNull();
});

test("P-03 F2: nothing opens before the terms in force are accepted; accepting opens it at once, with version and hash", async () => {
  const given = { account: { state: "terms_pending" as const, acceptedTerms: null, email: "roos@voorbeeld.example" } };
  const { actor, cookie } = await aClient(await aPerson(), given);
  const shut = requireClient(asked(cookie), "getij");
  await expect(shut).rejects.toMatchObject({ status: 302 });
  await answerClientTerms(actor, getij, getij.terms.version, true);
  expect((await requireClient(asked(cookie), "getij")).actor.accountId).toBe(actor.accountId);
  const [row] = await db.select().from(clientTerms);
  expect(row).toMatchObject({ version: getij.terms.version, accepted: true, hash: clientTermsHash(getij) });
  const [line] = await db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
  expect(line).toMatchObject({ event: "client.terms_accept", actorId: actor.accountId, organisation: "getij" });
});

test("P-03: a new version is asked for again; not accepting leaves everything shut", async () => {
  const { actor, cookie } = await aClient(await aPerson(), { account: { acceptedTerms: getij.terms.version - 1 } });
  await expect(requireClient(asked(cookie), "getij")).rejects.toMatchObject({ status: 302 });
  await answerClientTerms(actor, getij, getij.terms.version, false);
  await expect(requireClient(asked(cookie), "getij")).rejects.toMatchObject({ status: 302 });
  await expect(answerClientTerms(actor, getij, getij.terms.version - 1, true)).rejects.toThrow("terms_changed");
});

test("S02: only a hash of the session's secret is kept", async () => {
  const { cookie } = await aClient(await aPerson());
  const rows = JSON.stringify(await db.select().from(doorSessions));
  expect(rows).not.toContain(cookie.split("=")[1]);
});

test("S04: sessions and questions to DigiD go thirty days after their end, live ones stay", async () => {
  const gone = await aClient(await aPerson());
  later(31 * 24 * 60 * MINUTE);
  const { cookie } = await aClient(await aPerson());
  await removeOldSessions();
  await removeOldQuestions();
  const left = await db.select().from(doorSessions);
  expect(left.map(({ ownerId }) => ownerId)).not.toContain(gone.account.id);
  expect(await clientVisitor(asked(cookie), getij)).not.toBeNull();
});
