import { desc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { askAboutPart } from "#app/clients/requests/ask.server.ts";
import { lookAtRequest } from "#app/clients/requests/desk.server.ts";
import { lookAtOwnRequest, lookAtOwnRequests } from "#app/clients/requests/own.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Conflict, DomainError, Invalid, NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { partHolds, recordParts } from "#db/schema/records.ts";
import { aCareRelation, aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { mailsTo } from "#tests/mailed-world.ts";
import { lookAtClient, lookAtClientPart } from "../care/client-file.server.ts";
import { openDocument } from "../read/document.server.ts";
import { lookAtOverview } from "../read/overview.server.ts";
import { lookAtPart } from "../read/part.server.ts";
import { lookAtRecord } from "../read/record.server.ts";
import { askLonger, confirmLonger, holdPart, releasePart } from "./hold.server.ts";

const getij = environmentOf("getij");
const asked = { kind: null, onlyNew: false, search: "" };
const ROOS = "roos@voorbeeld.example";
const days = (n: number) => setClock(new Date(now().getTime() + n * 86_400_000));
beforeEach(async () => {
  await freshDatabase();
});

async function world() {
  const person = await aPerson();
  await aCareRelation(person, "BEH-001");
  await aCareRelation(person, "BEH-002");
  await aLink(person);
  const { actor, account } = await aClient(person, { account: { email: ROOS } });
  await aPart(person, { content: { title: "Gewoon verslag" } });
  const part = await aPart(person, { bytes: Buffer.from("%PDF-1.7 proef"), content: { title: "Uitslag onderzoek" } });
  return { person, part, client: actor, account, karin: await aClinician("BEH-001"), bas: await aClinician("BEH-002") };
}
const held = { days: 14, reason: "Slecht nieuws, eerst bespreken" };

describe("holding a part back", () => {
  it("M-47 a held part is in no list, count, search, page or download; the clinician still sees it", async () => {
    const { person, part, client, karin } = await world();
    expect(await lookAtOverview(client, getij)).toMatchObject({ parts: { count: 2 } });
    await holdPart(karin, person.id, part.id, held);
    expect(await lookAtOverview(client, getij)).toMatchObject({ parts: { count: 1 } });
    const look = await lookAtRecord(client, getij, asked);
    if (!look.open) throw new Error("shut");
    expect([look.total, look.parts.map(({ title }) => title)]).toEqual([1, ["Gewoon verslag"]]);
    const found = await lookAtRecord(client, getij, { ...asked, search: "uitslag" });
    expect(found).toMatchObject({ parts: [] });
    for (const one of [look, found]) expect(JSON.stringify(one)).not.toMatch(/Uitslag|Slecht|2026-11-10.*2026-11-10/);
    await expect(lookAtPart(client, getij, part.id)).rejects.toThrow(NotFound);
    for (const how of ["view", "download"] as const)
      await expect(openDocument(client, getij, part.id, how)).rejects.toThrow(NotFound);
    const own = await lookAtClientPart(karin, person.id, part.id);
    expect(own).toMatchObject({ part: { title: "Uitslag onderzoek" }, hold: { standing: { by: "Karin Molenaar" } } });
    expect((await lookAtClient(karin, person.id)).parts.map(({ held: is }) => is).toSorted()).toEqual([false, true]);
  });

  it("M-47 what the client quoted of a part in a request is not to be read while the part is held, and leads nowhere", async () => {
    const { person, part, client, karin } = await world();
    const wish = {
      partId: part.id,
      kind: "correction" as const,
      passage: "Uitslag: afwijkend",
      wish: "Dit klopt niet",
    };
    const id = await askAboutPart(client, getij, wish);
    await holdPart(karin, person.id, part.id, held);
    const shut = { part: "held", wish: { passage: null, text: "Dit klopt niet" } };
    expect(await lookAtOwnRequest(client, getij, id)).toMatchObject(shut);
    expect(await lookAtOwnRequests(client, getij)).toMatchObject({ requests: [shut] });
    expect(await lookAtRequest(karin, "record", id)).toMatchObject({
      part: "same",
      wish: { passage: "Uitslag: afwijkend" },
    });
    await releasePart(karin, person.id, part.id);
    expect(await lookAtOwnRequest(client, getij, id)).toMatchObject({
      part: "same",
      wish: { passage: "Uitslag: afwijkend" },
    });
  });

  it("M-47 the client reads that something is held, by whom and until when, and finds it in the log", async () => {
    const { person, part, client, karin } = await world();
    await holdPart(karin, person.id, part.id, held);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({
      held: [{ by: "Karin Molenaar", until: "2026-12-08" }],
    });
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "part.hold"));
    expect(line).toMatchObject({ subjectId: person.id, actorId: karin.accountId, objectId: part.id });
    expect(JSON.stringify([line, await db.select().from(partHolds)])).not.toContain("Slecht nieuws");
  });

  it("M-47 it ends by itself after 14 days at most, once for each version, and is new to the client then", async () => {
    const { person, part, karin, account } = await world();
    for (const wrong of [0, 15, 1.5, Number.NaN])
      await expect(holdPart(karin, person.id, part.id, { ...held, days: wrong })).rejects.toThrow(Invalid);
    await holdPart(karin, person.id, part.id, held);
    await expect(holdPart(karin, person.id, part.id, held)).rejects.toThrow(Conflict);
    // A correction from the record system does not show what is to be discussed first.
    await transaction((tx) => tx.update(recordParts).set({ version: 2 }).where(eq(recordParts.id, part.id)));
    const client = async () => {
      await transaction((tx) =>
        tx.update(clientAccounts).set({ bsnIndex: null }).where(eq(clientAccounts.id, account.id)),
      );
      return { ...(await aClient(person)).actor, previousSignInAt: new Date("2026-12-07T12:00:00Z") };
    };
    expect(await lookAtRecord(await client(), getij, asked)).toMatchObject({ total: 1 });
    setClock(new Date("2026-12-07T22:59:00Z"));
    expect(await lookAtRecord(await client(), getij, asked)).toMatchObject({ total: 1 });
    setClock(new Date("2026-12-07T23:00:00Z"));
    expect(await lookAtRecord(await client(), getij, asked)).toMatchObject({ total: 2, newOnes: 1, held: [] });
    await holdPart(karin, person.id, part.id, held);
    days(15);
    await expect(holdPart(karin, person.id, part.id, held)).rejects.toThrow("held_before");
  });

  it("M-47 discussed earlier: any clinician who treats the client shows it at once, and the client is told neutrally", async () => {
    const { person, part, client, karin, bas } = await world();
    await holdPart(karin, person.id, part.id, held);
    await releasePart(bas, person.id, part.id);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ total: 2, held: [] });
    expect((await mailsTo(ROOS)).map(({ subject }) => subject)).toEqual(["Er staat iets nieuws voor u klaar"]);
    await expect(releasePart(karin, person.id, part.id)).rejects.toThrow(Conflict);
  });

  it("M-48 longer only with a named second clinician who treats the client and confirms, once", async () => {
    const { person, part, client, karin, bas } = await world();
    await holdPart(karin, person.id, part.id, { ...held, days: 7 });
    const ask = (second: string) => askLonger(karin, person.id, part.id, { days: 14, second });
    await expect(ask(karin.accountId)).rejects.toThrow(Invalid);
    await expect(ask((await aClinician("BEH-003")).accountId)).rejects.toThrow(Invalid);
    await expect(askLonger(bas, person.id, part.id, { days: 3, second: karin.accountId })).rejects.toThrow(Conflict);
    await ask(bas.accountId);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ held: [{ until: "2026-12-01" }] });
    await expect(confirmLonger(karin, person.id, part.id)).rejects.toThrow(Conflict);
    await confirmLonger(bas, person.id, part.id);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ held: [{ until: "2026-12-15" }] });
    await expect(confirmLonger(bas, person.id, part.id)).rejects.toThrow(Conflict);
    await expect(ask(bas.accountId)).rejects.toThrow(Conflict);
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "part.hold_longer"));
    expect(line).toMatchObject({ subjectId: person.id, actorId: bas.accountId });
  });

  it("M-48 without the confirmation it ends by itself on its own day", async () => {
    const { person, part, karin, bas } = await world();
    await holdPart(karin, person.id, part.id, { ...held, days: 7 });
    await askLonger(karin, person.id, part.id, { days: 14, second: bas.accountId });
    days(7);
    await expect(confirmLonger(bas, person.id, part.id)).rejects.toThrow(Conflict);
    expect((await lookAtClientPart(karin, person.id, part.id)).hold).toMatchObject({
      standing: null,
      heldBefore: true,
    });
  });

  it("M-47 nobody who does not treat the client holds, shows or confirms", async () => {
    const { person, part, karin, bas } = await world();
    for (const other of [await aClinician("BEH-009"), await aClinician("BEH-001", "delinde")]) {
      await expect(holdPart(other, person.id, part.id, held)).rejects.toThrow(NotFound);
      await expect(releasePart(other, person.id, part.id)).rejects.toThrow(NotFound);
      await expect(askLonger(other, person.id, part.id, { days: 1, second: bas.accountId })).rejects.toThrow(NotFound);
      await expect(confirmLonger(other, person.id, part.id)).rejects.toThrow(NotFound);
    }
    const elsewhere = await aPart(await aPerson());
    await expect(holdPart(karin, person.id, elsewhere.id, held)).rejects.toThrow(NotFound);
    expect(await db.$count(partHolds)).toBe(0);
  });

  it("M-47 whatever the order, nothing is hidden longer than 28 days, and each act is one line in the log", async () => {
    const verb = fc.constantFrom("hold", "ask", "confirm", "release", "wait" as const);
    await fc.assert(
      fc.asyncProperty(fc.array(verb, { maxLength: 10 }), async (verbs) => {
        await freshDatabase();
        const { person, part, karin, bas } = await world();
        for (const one of verbs) {
          const count = await db.$count(auditLog);
          try {
            if (one === "hold") await holdPart(karin, person.id, part.id, held);
            else if (one === "ask") await askLonger(karin, person.id, part.id, { days: 14, second: bas.accountId });
            else if (one === "confirm") await confirmLonger(bas, person.id, part.id);
            else if (one === "release") await releasePart(bas, person.id, part.id);
            else days(5);
            expect(await db.$count(auditLog)).toBe(count + (one === "wait" ? 0 : 1));
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            expect(await db.$count(auditLog)).toBe(count);
          }
        }
        const rows = await db.select().from(partHolds).orderBy(desc(partHolds.heldAt));
        expect(rows.length).toBeLessThanOrEqual(1);
        for (const { heldAt, opensOn } of rows)
          expect(Date.parse(opensOn) - heldAt.getTime()).toBeLessThanOrEqual(28 * 86_400_000);
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
