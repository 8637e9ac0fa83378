import { desc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { careRelations, recordLinks } from "#db/schema/records.ts";
import { aCareRelation, aClient, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { lastMail } from "#tests/mailed-world.ts";
import { lookAtOwnClients } from "../care/own-clients.server.ts";
import { lookAtRecord } from "../read/record.server.ts";
import { askForRecord, withdrawAsk } from "./ask.server.ts";
import { linkRecord, unlinkRecord } from "./link.server.ts";

const getij = environmentOf("getij");
const asked = { kind: null, onlyNew: false, search: "" };
beforeEach(async () => {
  await freshDatabase();
});
const stateOf = async (id: string) =>
  (await db.select().from(recordLinks).where(eq(recordLinks.personId, id)))[0]?.state ?? "none";
const lines = () => db.$count(auditLog);

async function world(email: string | null = null) {
  const person = await aPerson();
  await aCareRelation(person, "BEH-001");
  const { actor } = await aClient(person, { account: { email } });
  return { person, client: actor, clinician: await aClinician() };
}

describe("record link", () => {
  it("G-04 G4: asked by the client, a task of the clinician, linked once, open at once; the mail says nothing", async () => {
    const { person, client, clinician } = await world("roos@voorbeeld.example");
    await askForRecord(client, getij);
    expect(await lookAtOwnClients(clinician, "")).toMatchObject([{ id: person.id, link: "asked" }]);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ open: false, because: "link" });
    await linkRecord(clinician, person.id);
    await expect(linkRecord(clinician, person.id)).rejects.toThrow(Conflict);
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ open: true });
    const mail = await lastMail("roos@voorbeeld.example");
    expect(mail.subject).not.toMatch(/getij|ggz|dossier|zorg/i);
    await unlinkRecord(clinician, person.id, { why: "other", reason: "Op verzoek van de cliënt" });
    expect(await lookAtRecord(client, getij, asked)).toMatchObject({ open: false, because: "link" });
    const [row] = await db.select().from(recordLinks);
    expect(row?.unlinkedReason).not.toContain("verzoek");
  });

  it("Z02 H11: not by a colleague without care relation, one whose relation ended, or a clinician elsewhere", async () => {
    const { person, clinician } = await world();
    const before = await lines();
    for (const other of [await aClinician("BEH-002"), await aClinician("BEH-001", "delinde")]) {
      await expect(linkRecord(other, person.id)).rejects.toThrow(NotFound);
      expect(await lookAtOwnClients(other, "")).toEqual([]);
    }
    await transaction((tx) => tx.update(careRelations).set({ endsOn: "2026-11-23" }));
    await expect(linkRecord(clinician, person.id)).rejects.toThrow(NotFound);
    expect(await stateOf(person.id)).toBe("none");
    expect(await lines()).toBe(before + 2);
  });

  it("H11: a client of one environment cannot ask in another", async () => {
    const { client } = await world();
    await expect(askForRecord(client, environmentOf("delinde"))).rejects.toThrow(NotFound);
  });

  it("K3 U03: a search is a line that names who was shown, never what was typed", async () => {
    const { person, clinician } = await world();
    const other = await aPerson({ lastName: "Dijkstra" });
    await aCareRelation(other, "BEH-001");
    expect(await lookAtOwnClients(clinician, " vérmeer")).toHaveLength(1);
    const [line] = await db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(line).toMatchObject({ event: "clinician.search", role: "clinician", organisation: "getij" });
    expect(JSON.stringify(line).toLowerCase()).not.toContain("vermeer");
    expect(person.id).toBeTruthy();
  });

  it("G-04: in any order only the listed transitions happen, each with one line in the log", async () => {
    const { client, clinician, person } = await world();
    const from = {
      ask: ["none", "unlinked"],
      withdraw: ["asked"],
      link: ["none", "asked", "unlinked"],
      unlink: ["linked"],
    };
    const to = { ask: "asked", withdraw: "none", link: "linked", unlink: "unlinked" };
    const run = {
      ask: () => askForRecord(client, getij),
      withdraw: () => withdrawAsk(client, getij),
      link: () => linkRecord(clinician, person.id),
      unlink: () => unlinkRecord(clinician, person.id, { why: "mistake", reason: "reden" }),
    };
    const verb = fc.constantFrom("ask" as const, "withdraw" as const, "link" as const, "unlink" as const);
    await fc.assert(
      fc.asyncProperty(fc.array(verb, { maxLength: 12 }), async (verbs) => {
        for (const one of verbs) {
          const [state, count] = [await stateOf(person.id), await lines()];
          if (from[one].includes(state)) {
            await run[one]();
            expect(await stateOf(person.id)).toBe(to[one]);
            expect(await lines()).toBe(count + 1);
          } else {
            await expect(run[one]()).rejects.toThrow(Conflict);
            expect([await stateOf(person.id), await lines()]).toEqual([state, count]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
