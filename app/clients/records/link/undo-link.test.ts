import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { recordLinks } from "#db/schema/records.ts";
import { aCareRelation, aClient, aLink, anAppointment, aPart, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { lastMail, mailsTo } from "#tests/mailed-world.ts";
import { lookAtClient } from "../care/client-file.server.ts";
import { lookAtAppointments } from "../read/appointments.server.ts";
import { openDocument } from "../read/document.server.ts";
import { lookAtPart } from "../read/part.server.ts";
import { lookAtRecord } from "../read/record.server.ts";
import { askForRecord } from "./ask.server.ts";
import { linkRecord, unlinkRecord } from "./link.server.ts";

const ROOS = "roos@voorbeeld.example";
const asked = { kind: null, onlyNew: false, search: "" };
beforeEach(async () => {
  await freshDatabase();
});

async function opened(environmentId: string, account: Partial<typeof clientAccounts.$inferInsert> = {}) {
  const person = await aPerson({ environmentId, bsn: "999990019" });
  await aCareRelation(person, "BEH-001");
  const client = await aClient(person, { account: { email: ROOS, ...account } });
  await aLink(person);
  const letter = await aPart(person, { bytes: Buffer.from("%PDF-1.7 proef"), content: { title: "Brief" } });
  return { ...client, person, letter, clinician: await aClinician("BEH-001", environmentId) };
}

describe("undoing a link", () => {
  const getij = environmentOf("getij");

  it("M-46 opened by mistake: text, document and search stop at the next request, whatever page was still open", async () => {
    const { actor, person, letter, clinician } = await opened("getij");
    expect((await openDocument(actor, getij, letter.id, "download")).name).toBe("brief.pdf");
    await unlinkRecord(clinician, person.id, { why: "mistake", reason: "Verkeerde Roos" });
    for (const how of ["view", "download"] as const)
      await expect(openDocument(actor, getij, letter.id, how)).rejects.toThrow(NotFound);
    await expect(lookAtPart(actor, getij, letter.id)).rejects.toThrow(NotFound);
    const look = await lookAtRecord(actor, getij, { ...asked, search: "Brief" });
    expect(look).toMatchObject({ open: false, because: "link" });
    expect(JSON.stringify(look)).not.toContain("Brief");
    // Appointments were not opened by the link, and stay.
    expect((await lookAtAppointments(actor, getij)).open).toBe(true);
  });

  it("M-46 client and clinician read when, by whom and why; the mail says neither record nor place", async () => {
    const { actor, person, clinician } = await opened("getij");
    await unlinkRecord(clinician, person.id, { why: "mistake", reason: "Verkeerde Roos" });
    const stopped = { at: now(), by: "Karin Molenaar", why: "mistake" };
    const whole = { at: expect.any(Date) as Date, by: stopped.by, why: stopped.why };
    expect((await lookAtRecord(actor, getij, asked)).link).toMatchObject({ state: "unlinked", stopped: whole });
    expect((await lookAtClient(clinician, person.id)).link).toMatchObject({ state: "unlinked", stopped: whole });
    const mail = await lastMail(ROOS);
    expect(mail.subject).toBe("Er is iets veranderd");
    expect(mail.text).not.toMatch(/dossier|Verkeerde|GGZ/i);
    // It stays said while the client asks again, and goes when the record is opened again.
    await askForRecord(actor, getij);
    expect((await lookAtClient(clinician, person.id)).link).toMatchObject({ state: "asked", stopped: whole });
    await linkRecord(clinician, person.id);
    expect((await lookAtRecord(actor, getij, asked)).link).toMatchObject({ state: "linked", stopped: null });
    const lines = await db.select().from(auditLog).where(eq(auditLog.event, "record_link.unlink"));
    expect(lines).toMatchObject([{ subjectId: person.id, actorId: clinician.accountId }]);
    expect(JSON.stringify(await db.select().from(recordLinks))).not.toContain("Verkeerde");
  });

  it("M-46 somebody else read along: the account loses everything of this person and waits for the practice", async () => {
    const { actor, cookie, account, person, clinician } = await opened("delinde", { birthDate: "1984-03-12" });
    const practice = environmentOf("delinde");
    await anAppointment(person);
    const request = () => new Request("http://localhost/mijn/delinde", { headers: { cookie } });
    expect(await clientVisitor(request(), practice)).not.toBeNull();
    await unlinkRecord(clinician, person.id, { why: "wrong_person", reason: "Het account is van haar nicht" });
    expect(await clientVisitor(request(), practice)).toBeNull();
    const [row] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, account.id));
    expect(row).toMatchObject({ state: "signed_up", personId: null, bsnIndex: null });
    expect((await mailsTo(ROOS)).map(({ subject }) => subject)).toEqual(["Over uw account"]);
    expect((await mailsTo(practice.desk.email)).map(({ subject }) => subject)).toEqual(["Er is een nieuwe aanmelding"]);
    expect(actor.clientId).toBe(person.id);
  });

  it("M-46 where DigiD alone opens, somebody else is shut out; a paused account is not mailed", async () => {
    const { account, person, clinician } = await opened("getij");
    await unlinkRecord(clinician, person.id, { why: "wrong_person", reason: "Verkeerd nummer" });
    const [row] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, account.id));
    expect(row).toMatchObject({ state: "closed", closedReason: "wrong_person" });
    expect((await mailsTo(ROOS)).map(({ subject }) => subject)).toEqual(["Over uw account"]);
  });

  it("M-46 nobody but a clinician who treats the client undoes the link", async () => {
    const { person } = await opened("getij");
    const given = { why: "mistake", reason: "x" } as const;
    await expect(unlinkRecord(await aClinician("BEH-009"), person.id, given)).rejects.toThrow(NotFound);
    await expect(unlinkRecord(await aClinician("BEH-001", "delinde"), person.id, given)).rejects.toThrow(NotFound);
    await transaction(async (tx) => {
      expect(await tx.$count(recordLinks, eq(recordLinks.state, "linked"))).toBe(1);
    });
  });
});
