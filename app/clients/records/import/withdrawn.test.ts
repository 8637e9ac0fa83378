import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answerAboutRecord } from "#app/clients/requests/answer.server.ts";
import { askAboutAppointment, askAboutPart } from "#app/clients/requests/ask.server.ts";
import { lookAtRequest } from "#app/clients/requests/desk.server.ts";
import { latestRequest } from "#app/clients/requests/latest.server.ts";
import { lookAtAppointmentRequests, lookAtOwnRequest } from "#app/clients/requests/own.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { addBlock } from "#app/clients/records/blocks.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { appointments, partRemarks, people, recordParts, recordPartVersions, treatments } from "#db/schema/records.ts";
import { aCareRelation, aClient, aLink } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { deliverRecords, type Line } from "#tests/record-deliveries.ts";
import { aWord } from "#tests/word-files.ts";
import { appointmentForDesk } from "../appointment-for-desk.server.ts";
import { lookAtClient, lookAtClientPart } from "../care/client-file.server.ts";
import { openContent } from "../content.ts";
import { lookAtAppointment, lookAtAppointments } from "../read/appointments.server.ts";
import { openDocument } from "../read/document.server.ts";
import { lookAtOverview } from "../read/overview.server.ts";
import { lookAtPart } from "../read/part.server.ts";
import { lookAtRecord } from "../read/record.server.ts";
import { noteDisagreement } from "../remarks.server.ts";

const getij = environmentOf("getij");
const all = { kind: null, onlyNew: false, search: "" } as const;
const roos: Line = { id: "C-1", firstName: "Roos", lastName: "Vermeer", birthDate: "1984-03-12", bsn: "999991772" };
const sem: Line = { id: "C-2", firstName: "Sem", lastName: "Bakker", birthDate: "2001-08-19" };
const course: Line = { id: "T-1", person: "C-1", name: "Behandeling", from: "2026-01-01" };
const visit: Line = {
  ...{ id: "A-1", person: "C-1", state: "planned", startsAt: "2026-12-01T10:00:00+01:00", kind: "Gesprek" },
  ...{ withWhom: "Karin Molenaar", how: "visit" },
};
const letter: Line = {
  ...{ id: "P-1", person: "C-1", treatment: "T-1", kind: "letter", date: "2026-11-01", title: "Brief" },
  ...{ author: "Karin Molenaar", file: "brief.docx" },
};
const note: Line = { ...letter, id: "P-2", kind: "report", title: "Verslag", file: undefined, text: "Eerste tekst." };
const files = { "brief.docx": aWord("<w:p><w:r><w:t>Brief</w:t></w:r></w:p>") };
const away = (line: Line, why = "mistake"): Line => ({
  ...{ id: line.id, person: line.person },
  withdrawn: { at: "2026-11-25T09:00:00+01:00", why },
});
const at = (day: number) => ({ manifest: { madeAt: `2026-11-${day}T06:00:00Z` } });

beforeEach(async () => {
  await freshDatabase();
});

async function world() {
  const whole = { persons: [roos, sem], treatments: [course], appointments: [visit], parts: [letter, note] };
  await deliverRecords(whole, { files, ...at(24) });
  const [person] = await db.select().from(people).where(eq(people.externalId, "C-1"));
  await aLink(person!);
  const { actor } = await aClient(person!);
  const clinician = await aClinician("BEH-001");
  await aCareRelation(person!, "BEH-001");
  const rows = await db.select().from(recordParts);
  const [document, text] = ["P-1", "P-2"].map((id) => rows.find(({ externalId }) => externalId === id)!);
  const [appointment] = await db.select().from(appointments);
  const everything = { treatments: [away(course)], appointments: [away(visit)], parts: [away(letter), away(note)] };
  return { person: person!, actor, clinician, document: document!, text: text!, appointment: appointment!, everything };
}

describe("a line that its sender withdraws", () => {
  it("M-32 is nowhere: not in counts, lists or search, not by its own address, not in an open page's next click", async () => {
    const { person, actor, clinician, document, text, appointment, everything } = await world();
    expect(await deliverRecords(everything, at(25))).toMatchObject({ withdrawn: 4, fresh: 0, changed: 0, remarks: [] });
    expect(await lookAtOverview(actor, getij)).toMatchObject({ appointments: { count: 0 }, parts: { count: 0 } });
    expect(await lookAtAppointments(actor, getij)).toMatchObject({
      lists: { coming: [], cancelled: [], earlier: [] },
    });
    expect(await lookAtRecord(actor, getij, all)).toMatchObject({ treatments: [], parts: [], missing: [], total: 0 });
    expect(await lookAtRecord(actor, getij, { ...all, search: "brief" })).toMatchObject({ parts: [], kinds: [] });
    const wish = { partId: text.id, kind: "correction" as const, passage: "", wish: "Anders", version: 1 };
    const clicks = [
      lookAtPart(actor, getij, text.id),
      lookAtPart(actor, getij, document.id),
      openDocument(actor, getij, document.id, "download"),
      lookAtAppointment(actor, getij, appointment.id),
      lookAtAppointment(actor, getij, appointment.id, "calendar"),
      askAboutPart(actor, getij, wish),
      lookAtClientPart(clinician, person.id, text.id),
      noteDisagreement(clinician, person.id, text.id, "Niet eens"),
      transaction((tx) => addBlock(tx, clinician, person.id, text.id, "Reden")),
    ];
    for (const click of clicks) await expect(click).rejects.toThrow(NotFound);
    expect((await lookAtClient(clinician, person.id)).parts).toEqual([]);
    expect(await transaction((tx) => appointmentForDesk(tx, person, appointment.id))).toBeNull();
  });

  it("M-33 the log keeps that it was, about its client; the same withdrawal again changes nothing", async () => {
    const { person, document, everything } = await world();
    await deliverRecords(everything, at(25));
    const log = () => db.select().from(auditLog).where(eq(auditLog.event, "record.withdraw"));
    const rows = await log();
    expect(rows.map(({ objectType }) => objectType)).toEqual([
      "treatment",
      "appointment",
      "record_part",
      "record_part",
    ]);
    expect(rows[2]).toMatchObject({
      ...{ subjectId: person.id, objectId: document.id, objectVersion: "1", action: "D", reason: "mistake" },
      ...{ organisation: "getij", purpose: "treatment" },
    });
    expect(await deliverRecords(everything, at(25))).toMatchObject({ withdrawn: 0, same: 4 });
    expect(await log()).toHaveLength(4);
    const [kept] = await db.select().from(recordParts).where(eq(recordParts.id, document.id));
    expect(kept!.fileId).toBe(document.fileId);
  });

  it("M-34 delivered again it comes back as a new version; an older delivery does not bring it back", async () => {
    const { actor, text, everything } = await world();
    await deliverRecords(everything, at(25));
    const older = await deliverRecords({ parts: [note] }, at(24));
    expect(older).toMatchObject({ leftOut: 1, remarks: [{ id: "P-2", reason: "withdrawn_later" }] });
    await expect(lookAtPart(actor, getij, text.id)).rejects.toThrow(NotFound);
    const back = { treatments: [course], appointments: [visit], parts: [note] };
    expect(await deliverRecords(back, at(26))).toMatchObject({ changed: 3, remarks: [] });
    expect(await lookAtPart(actor, getij, text.id)).toMatchObject({ text: "Eerste tekst.", version: 2 });
    expect(await lookAtRecord(actor, getij, all)).toMatchObject({ treatments: [{ name: "Behandeling" }], total: 1 });
    expect(await lookAtAppointments(actor, getij)).toMatchObject({ lists: { coming: [{}] } });
  });

  it("M-35 withdraws only its own: not a line of another client, and one that is not here is named", async () => {
    const { actor, text } = await world();
    const result = await deliverRecords(
      {
        parts: [
          { ...away(note), person: "C-2" },
          { ...away(note), id: "P-9" },
        ],
      },
      at(25),
    );
    expect(result).toMatchObject({
      withdrawn: 0,
      remarks: [
        { id: "P-2", reason: "of_another" },
        { id: "P-9", reason: "unknown" },
      ],
    });
    expect(await lookAtPart(actor, getij, text.id)).toMatchObject({ title: "Verslag" });
    const unused = await deliverRecords({ parts: [{ ...away(note), withdrawn: { at: "gisteren" } }] }, at(25));
    expect(unused).toMatchObject({ remarks: [{ field: "withdrawn.at", reason: "moment" }] });
  });

  it("M-35 parts of a treatment that is withdrawn stand apart; none comes into it any more", async () => {
    const { actor } = await world();
    await deliverRecords({ treatments: [away(course)] }, at(25));
    expect(await lookAtRecord(actor, getij, all)).toMatchObject({
      treatments: [],
      parts: [{ treatmentId: null }, { treatmentId: null }],
    });
    const late = await deliverRecords({ parts: [{ ...note, id: "P-3" }] }, at(26));
    expect(late).toMatchObject({ leftOut: 1, remarks: [{ field: "treatment", reason: "unknown" }] });
  });

  it("M-36 a request about it can still be answered, and quotes nothing of it any more", async () => {
    const { actor, clinician, text } = await world();
    const wish = {
      partId: text.id,
      kind: "shielding" as const,
      passage: "Eerste tekst.",
      wish: "Afschermen",
      version: 1,
    };
    const id = await askAboutPart(actor, getij, wish);
    expect(await lookAtOwnRequest(actor, getij, id)).toMatchObject({
      part: "same",
      wish: { passage: "Eerste tekst." },
    });
    await deliverRecords({ parts: [away(note)] }, at(25));
    expect(await lookAtOwnRequest(actor, getij, id)).toMatchObject({ part: "gone", wish: { passage: null } });
    expect(await lookAtRequest(clinician, "record", id)).toMatchObject({ part: "gone", wish: { passage: null } });
    await answerAboutRecord(clinician, { id }, "take_up");
    await answerAboutRecord(clinician, { id }, "grant", "Het staat er niet meer.");
    expect(await lookAtOwnRequest(actor, getij, id)).toMatchObject({ state: "granted" });
  });

  it("M-36 nor can a withdrawn appointment be changed by its address", async () => {
    const delinde = environmentOf("delinde");
    const manifest = { environment: "delinde", madeAt: "2026-11-24T06:00:00Z" };
    await deliverRecords({ persons: [roos], appointments: [visit] }, { manifest });
    const [person] = await db.select().from(people);
    const { actor } = await aClient(person!);
    const [row] = await db.select().from(appointments);
    await askAboutAppointment(actor, delinde, row!.id, { kind: "move", text: "Liever later" });
    await deliverRecords(
      { appointments: [away(visit)] },
      { manifest: { ...manifest, madeAt: "2026-11-25T06:00:00Z" } },
    );
    await expect(lookAtAppointmentRequests(actor, delinde, row!.id)).rejects.toThrow(NotFound);
    await expect(askAboutAppointment(actor, delinde, row!.id, { kind: "move", text: "Nog later" })).rejects.toThrow(
      NotFound,
    );
    expect(await latestRequest(actor, delinde, row!.id)).toMatchObject({ state: "submitted" });
  });
});

describe("old versions", () => {
  it("M-37 stay as they were; requests and remarks name the version they are about", async () => {
    const { person, actor, clinician, text } = await world();
    await noteDisagreement(clinician, person.id, text.id, "Niet eens");
    const wish = { partId: text.id, kind: "correction" as const, passage: "Eerste", wish: "Anders", version: 1 };
    const before = await askAboutPart(actor, getij, wish);
    await deliverRecords({ parts: [{ ...note, text: "Tweede tekst." }] }, at(25));
    const [old] = await db.select().from(recordPartVersions);
    expect(old).toMatchObject({ partId: text.id, version: 1, personId: person.id });
    expect(openContent("record_parts", text.id, old!.content)).toMatchObject({ text: "Eerste tekst." });
    expect(await lookAtPart(actor, getij, text.id)).toMatchObject({
      ...{ version: 2, text: "Tweede tekst." },
      remarks: [{ kind: "disagreement", earlier: true }],
    });
    expect(await lookAtOwnRequest(actor, getij, before)).toMatchObject({
      part: "changed",
      wish: { passage: "Eerste" },
    });
    expect(await lookAtRequest(clinician, "record", before)).toMatchObject({ part: "changed" });
    expect((await lookAtClientPart(clinician, person.id, text.id)).remarks).toMatchObject([{ earlier: true }]);
    // Asked of the page as it was open before the change came in.
    const late = await askAboutPart(actor, getij, { ...wish, kind: "statement", wish: "Mijn kijk" });
    expect(await lookAtOwnRequest(actor, getij, late)).toMatchObject({ part: "changed" });
    expect((await db.select().from(partRemarks)).map(({ partVersion }) => partVersion)).toEqual([1, 1]);
    expect(await db.$count(treatments)).toBe(1);
  });
});
