import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { partBlocks, partRemarks, recordParts } from "#db/schema/records.ts";
import { aCareRelation, aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { actingFor } from "#tests/relation.ts";
import { blockPart, liftBlock } from "./blocks.server.ts";
import { lookAtClient, lookAtClientPart } from "./care/client-file.server.ts";
import { lookAtPart } from "./read/part.server.ts";
import { noteDisagreement } from "./remarks.server.ts";

const getij = environmentOf("getij");
beforeEach(async () => {
  await freshDatabase();
});

async function world() {
  const person = await aPerson();
  await aCareRelation(person, "BEH-001");
  await aLink(person);
  const part = await aPart(person);
  const { actor } = await aClient(person);
  return { person, part, client: actor, clinician: await aClinician() };
}

describe("beside and around a part", () => {
  it("G-08: the clinician notes that the client disagrees; the client reads it beside the part, stored sealed", async () => {
    const { person, part, client, clinician } = await world();
    await noteDisagreement(clinician, person.id, part.id, "Niet eens met de datum.");
    await noteDisagreement(clinician, person.id, part.id, "Ook niet met de naam.");
    const { remarks } = await lookAtPart(client, getij, part.id);
    expect(remarks.map(({ kind, text, by }) => [kind, text, by])).toEqual([
      ["disagreement", "Niet eens met de datum.", "Karin Molenaar"],
      ["disagreement", "Ook niet met de naam.", "Karin Molenaar"],
    ]);
    expect(JSON.stringify(await db.select().from(partRemarks))).not.toContain("datum");
  });

  it("G-08: a blocked part is hidden from representatives alone, until the block is lifted", async () => {
    const { person, part, client, clinician } = await world();
    const parent = actingFor({ ...client, personId: (await aPerson()).id }, person.id);
    await blockPart(clinician, person.id, part.id, "Vertrouwelijk besproken");
    await expect(blockPart(clinician, person.id, part.id, "nog eens")).rejects.toThrow(Conflict);
    await expect(lookAtPart(parent, getij, part.id)).rejects.toThrow(NotFound);
    expect((await lookAtPart(client, getij, part.id)).id).toBe(part.id);
    expect(JSON.stringify(await db.select().from(partBlocks))).not.toContain("besproken");
    await liftBlock(clinician, person.id, part.id);
    await expect(liftBlock(clinician, person.id, part.id)).rejects.toThrow(Conflict);
    expect((await lookAtPart(parent, getij, part.id)).id).toBe(part.id);
  });

  it("G3 G-08: a part that does not open hides no other from the clinician, and is reported without what is in it", async () => {
    const { person, part, clinician } = await world();
    const bad = await aPart(person);
    await transaction((tx) => tx.update(recordParts).set({ content: part.content }).where(eq(recordParts.id, bad.id)));
    const reported = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => reported.mockRestore());
    const { parts } = await lookAtClient(clinician, person.id);
    const titles = new Map(parts.map(({ id, title }) => [id, title]));
    expect([titles.get(bad.id), titles.get(part.id)]).toEqual([null, "Verslag van het gesprek"]);
    expect(reported.mock.calls.join()).toContain(bad.id);
    expect((await lookAtClientPart(clinician, person.id, bad.id)).part).toMatchObject({ title: null, text: null });
  });

  it("Z02 H11: a colleague, a clinician elsewhere and a part of another client answer as if they did not exist", async () => {
    const { person, part, clinician } = await world();
    const foreign = await aPart(await aPerson());
    for (const other of [await aClinician("BEH-002"), await aClinician("BEH-001", "delinde")]) {
      await expect(lookAtClient(other, person.id)).rejects.toThrow(NotFound);
      await expect(lookAtClientPart(other, person.id, part.id)).rejects.toThrow(NotFound);
      await expect(noteDisagreement(other, person.id, part.id, "x")).rejects.toThrow(NotFound);
      await expect(blockPart(other, person.id, part.id, "x")).rejects.toThrow(NotFound);
      await expect(liftBlock(other, person.id, part.id)).rejects.toThrow(NotFound);
    }
    await expect(lookAtClientPart(clinician, person.id, foreign.id)).rejects.toThrow(NotFound);
    await expect(noteDisagreement(clinician, person.id, foreign.id, "x")).rejects.toThrow(NotFound);
    await expect(blockPart(clinician, person.id, foreign.id, "x")).rejects.toThrow(NotFound);
    expect(await db.$count(auditLog, eq(auditLog.actorName, "Karin Molenaar"))).toBe(0);
  });

  it("K3 U03: each look and act of a clinician is one line about the client", async () => {
    const { person, part, clinician } = await world();
    await lookAtClient(clinician, person.id);
    await lookAtClientPart(clinician, person.id, part.id);
    await noteDisagreement(clinician, person.id, part.id, "x");
    await blockPart(clinician, person.id, part.id, "x");
    const lines = await db.select().from(auditLog).where(eq(auditLog.role, "clinician")).orderBy(auditLog.id);
    expect(lines.map(({ event }) => event)).toEqual([
      "clinician.look",
      "clinician.part_look",
      "part.disagreement",
      "part.block",
    ]);
    for (const line of lines)
      expect(line).toMatchObject({ subjectId: person.id, organisation: "getij", basis: "care_relation" });
  });

  it("U03: the list of a client's parts holds no text; who reads one leaves a line for that part", async () => {
    const { person, part, clinician } = await world();
    const list = JSON.stringify(await lookAtClient(clinician, person.id));
    expect(list).toContain("Verslag van het gesprek");
    expect(list).not.toContain("naar buiten");
    expect((await lookAtClientPart(clinician, person.id, part.id)).part.text).toContain("naar buiten");
  });
});
