import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { appointments, environmentStaff, partBlocks, recordParts } from "#db/schema/records.ts";
import {
  aCareRelation,
  aClient,
  aLink,
  anAppointment,
  aPart,
  aPerson,
  aRemark,
  aTreatment,
} from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { actingFor } from "#tests/relation.ts";
import { anAccount } from "#tests/factories.ts";
import { lookAtAppointment, lookAtAppointments } from "./appointments.server.ts";
import { openDocument } from "./document.server.ts";
import type { Opened } from "./gate.server.ts";
import { lookAtOverview } from "./overview.server.ts";
import { lookAtPart } from "./part.server.ts";
import { lookAtProfile } from "./profile.server.ts";
import { lookAtRecord } from "./record.server.ts";

const BSN = "999991772";
const getij = environmentOf("getij");
const delinde = environmentOf("delinde");
const all = { kind: null, onlyNew: false, search: "" } as const;
const aPdf = Buffer.from("%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF\n");

beforeEach(async () => {
  await freshDatabase();
});

/** A client of the institution with a linked record and DigiD at Substantieel. */
async function world() {
  const person = await aPerson({ bsn: BSN });
  await aLink(person);
  return { person, ...(await aClient(person)) };
}
function opened<T>(look: Opened<T>) {
  if (!look.open) throw new Error(look.because);
  return look;
}
const looks = async () => (await db.select().from(auditLog)).filter(({ purpose }) => purpose === "own_record");
/** The record as it is when signed in once more. */
async function again(actor: ClientActor, at: string): Promise<ClientActor> {
  setClock(new Date(at));
  return { ...actor, previousSignInAt: new Date("2026-11-24T08:30:00Z") };
}

describe("counts and lists", () => {
  it("G-02 G1 what the front page counts is what the lists hold", async () => {
    const { person, actor } = await world();
    const treatment = await aTreatment(person, { endedOn: "2026-06-01" });
    for (const day of ["25", "28", "30"])
      await anAppointment(person, { startsAt: new Date(`2026-11-${day}T10:00:00Z`) });
    await anAppointment(person, { state: "cancelled" });
    await anAppointment(person, { startsAt: new Date("2026-10-01T10:00:00Z") });
    for (let n = 0; n < 4; n++) await aPart(person, { treatmentId: n % 2 ? treatment.id : null });
    await aPart(person, { unavailable: true, content: { unavailable: { why: "Te groot.", how: "Vraag erom." } } });
    const overview = await lookAtOverview(actor, getij);
    const lists = opened(await lookAtAppointments(actor, getij)).lists;
    const record = opened(await lookAtRecord(actor, getij, all));
    expect(overview.appointments).toMatchObject({ count: 3, next: { id: lists.coming[0]!.id } });
    expect(lists.coming).toHaveLength(3);
    expect(overview.parts).toMatchObject({ count: 4 });
    expect(record.parts).toHaveLength(4);
    expect(record.total).toBe(4);
  });

  it("G-05 appointments: soonest first, one that is going on still counts, cancelled and earlier ones apart", async () => {
    const { person, actor } = await world();
    const going = await anAppointment(person, { startsAt: new Date("2026-11-24T07:45:00Z"), minutes: 30 });
    const later = await anAppointment(person, { startsAt: new Date("2026-12-01T10:00:00Z") });
    const soon = await anAppointment(person, { startsAt: new Date("2026-11-25T10:00:00Z") });
    const off = await anAppointment(person, { state: "cancelled" });
    const past = await anAppointment(person, { startsAt: new Date("2026-11-24T07:00:00Z"), minutes: 45 });
    const { lists } = opened(await lookAtAppointments(actor, getij));
    const ids = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(({ id }) => id)]));
    expect(ids).toEqual({ coming: [going.id, soon.id, later.id], cancelled: [off.id], earlier: [past.id] });
  });

  it("G1 what changed after the previous sign-in is new, and nothing is at the first", async () => {
    const { person, actor } = await world();
    await aPart(person, { changedAt: new Date("2026-11-24T08:00:00Z") });
    await aPart(person, { changedAt: new Date("2026-11-24T08:31:00Z"), content: { title: "Uitslag" } });
    expect((await lookAtOverview(actor, getij)).parts).toEqual({ count: 2, newOnes: 0 });
    const back = await again(actor, "2026-11-25T09:00:00+01:00");
    expect((await lookAtOverview(back, getij)).parts).toEqual({ count: 2, newOnes: 1 });
    const { parts } = opened(await lookAtRecord(back, getij, { ...all, onlyNew: true }));
    expect(parts.map(({ title }) => title)).toEqual(["Uitslag"]);
  });

  it("G-06 G3 closed treatments are there, and a part that cannot be shown is a known fact", async () => {
    const { person, actor } = await world();
    const closed = await aTreatment(person, { name: "EMDR", startedOn: "2020-01-01", endedOn: "2021-01-01" });
    const open = await aTreatment(person, { name: "Gesprekken", startedOn: "2019-01-01" });
    const part = await aPart(person, { treatmentId: closed.id });
    const gone = {
      title: "Filmopname",
      unavailable: { why: "Een film past hier niet.", how: "Vraag uw behandelaar." },
    };
    const missing = await aPart(person, { unavailable: true, content: gone });
    const look = opened(await lookAtRecord(actor, getij, all));
    expect(look.treatments.map(({ id }) => id)).toEqual([open.id, closed.id]);
    expect(look.parts).toMatchObject([{ id: part.id, treatmentId: closed.id }]);
    expect(look.missing).toMatchObject([{ id: missing.id, title: "Filmopname", how: "Vraag uw behandelaar." }]);
    await expect(lookAtPart(actor, getij, missing.id)).rejects.toMatchObject({ status: 404 });
  });

  it("G3 a sealed row that does not open is listed as such, and hides no other", async () => {
    const { person, actor } = await world();
    const good = await aPart(person, { occurredOn: "2026-11-01" });
    const bad = await aPart(person, { occurredOn: "2026-11-02" });
    const meeting = await anAppointment(person);
    await transaction(async (tx) => {
      await tx.update(recordParts).set({ content: good.content }).where(eq(recordParts.id, bad.id));
      await tx.update(appointments).set({ content: good.content }).where(eq(appointments.id, meeting.id));
    });
    const reported = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => reported.mockRestore());
    const { parts } = opened(await lookAtRecord(actor, getij, all));
    expect(reported.mock.calls.join()).toContain(bad.id);
    expect(parts.map(({ id, title }) => [id, title])).toEqual([
      [bad.id, null],
      [good.id, "Verslag van het gesprek"],
    ]);
    expect(await lookAtPart(actor, getij, bad.id)).toMatchObject({ title: null, text: null });
    expect(opened(await lookAtAppointments(actor, getij)).lists.coming).toMatchObject([{ content: null }]);
    expect((await lookAtOverview(actor, getij)).parts).toMatchObject({ count: 2 });
  });

  it("searches titles without accents and capitals; kinds narrow down", async () => {
    const { person, actor } = await world();
    await aPart(person, { kind: "letter", content: { title: "Brief over cliënt" } });
    await aPart(person, { kind: "result", content: { title: "Uitslag" } });
    const found = async (more: object) => opened(await lookAtRecord(actor, getij, { ...all, ...more })).parts.length;
    expect(await found({ search: "CLIENT" })).toBe(1);
    expect(await found({ search: "zoekwoord" })).toBe(0);
    expect(await found({ kind: "result" })).toBe(1);
    expect(await found({ kind: "plan" })).toBe(0);
  });
});

describe("what opens", () => {
  it("G-04 the record stays shut until it is linked; appointments and profile do not", async () => {
    const person = await aPerson({ bsn: BSN });
    const part = await aPart(person, { bytes: aPdf });
    const { actor } = await aClient(person);
    expect((await lookAtOverview(actor, getij)).parts).toEqual({ because: "link" });
    await expect(lookAtPart(actor, getij, part.id)).rejects.toMatchObject({ status: 404 });
    await expect(openDocument(actor, getij, part.id, "view")).rejects.toMatchObject({ status: 404 });
    expect((await lookAtAppointments(actor, getij)).open).toBe(true);
    expect((await lookAtProfile(actor, getij)).open).toBe(true);
    await aLink(person);
    expect((await lookAtOverview(actor, getij)).parts).toMatchObject({ count: 1 });
    expect((await lookAtPart(actor, getij, part.id)).id).toBe(part.id);
  });

  it.each(["none", "asked", "unlinked"] as const)("G-04 a link that is %s opens nothing", async (state) => {
    const person = await aPerson({ bsn: BSN });
    await aLink(person, { state });
    const { actor } = await aClient(person);
    expect(await lookAtRecord(actor, getij, all)).toMatchObject({ open: false, because: "link", link: { state } });
  });

  it("D03 a mailed code opens no record that came in by BSN, and one that did not where the practice allows it", async () => {
    const bound = await aPerson({ environmentId: "delinde", bsn: BSN });
    const free = await aPerson({ environmentId: "delinde", bsn: null });
    const parts = [await aPart(bound, { bytes: aPdf }), await aPart(free, { bytes: aPdf })];
    await aLink(bound);
    await aLink(free);
    const shut = (await aClient(bound, { way: "mail" })).actor;
    expect(await lookAtRecord(shut, delinde, all)).toMatchObject({ open: false, because: "bsn" });
    await expect(openDocument(shut, delinde, parts[0]!.id, "download")).rejects.toMatchObject({ status: 404 });
    expect(opened(await lookAtProfile(shut, delinde)).profile.bsn).toBeNull();
    const open = (await aClient(free, { way: "mail" })).actor;
    expect((await lookAtRecord(open, delinde, all)).open).toBe(true);
    expect((await openDocument(open, delinde, parts[1]!.id, "download")).bytes).toEqual(aPdf);
  });

  it("D03 DigiD at a level that is too low opens nothing", async () => {
    const person = await aPerson({ bsn: BSN });
    await aLink(person);
    await anAppointment(person);
    const { actor } = await aClient(person, { level: 20 });
    for (const look of [lookAtAppointments(actor, getij), lookAtProfile(actor, getij), lookAtRecord(actor, getij, all)])
      expect(await look).toMatchObject({ open: false, because: "level" });
    expect(await lookAtOverview(actor, getij)).toMatchObject({
      appointments: { because: "level" },
      parts: { because: "level" },
    });
  });

  it("G-09 Z02 ids of another client, and of another environment, are not there", async () => {
    const { actor } = await world();
    const elsewhere = await aPerson({ environmentId: "delinde", bsn: BSN });
    for (const other of [await aPerson({ lastName: "Ander" }), elsewhere]) {
      await aLink(other);
      const part = await aPart(other, { bytes: aPdf });
      const meeting = await anAppointment(other);
      const before = (await looks()).length;
      await expect(lookAtPart(actor, getij, part.id)).rejects.toMatchObject({ status: 404 });
      await expect(openDocument(actor, getij, part.id, "view")).rejects.toMatchObject({ status: 404 });
      await expect(lookAtAppointment(actor, getij, meeting.id)).rejects.toMatchObject({ status: 404 });
      expect(await looks()).toHaveLength(before);
    }
    expect(opened(await lookAtRecord(actor, getij, all)).parts).toEqual([]);
    expect(opened(await lookAtAppointments(actor, getij)).lists.coming).toEqual([]);
  });

  it("H11 a session of one environment shows nothing in another", async () => {
    const { actor } = await world();
    await expect(lookAtAppointments(actor, delinde)).rejects.toMatchObject({ status: 404 });
    await expect(lookAtOverview({ ...actor, environmentId: "delinde" }, delinde)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("an account that nobody is matched to sees that, and no data", async () => {
    const { actor } = await world();
    const alone = { ...actor, clientId: null, personId: null };
    expect(await lookAtProfile(alone, getij)).toMatchObject({ open: false, because: "nobody" });
    expect((await lookAtOverview(alone, getij)).parts).toEqual({ because: "nobody" });
  });

  it("whoever looks for a client does not see what a clinician blocked", async () => {
    const { person, actor } = await world();
    const part = await aPart(person);
    const block = { id: "b", environmentId: "getij", personId: person.id, partId: part.id, reason: "x" };
    await transaction(async (tx) => {
      const more = { blockedBy: "x", blockedByName: "Hanneke Bos", blockedAt: new Date("2026-11-01T09:00:00Z") };
      await tx.insert(partBlocks).values({ ...block, ...more });
    });
    const guardian = actingFor({ ...actor, personId: (await aPerson({ lastName: "Ouder" })).id }, person.id);
    expect((await lookAtPart(actor, getij, part.id)).id).toBe(part.id);
    await expect(lookAtPart(guardian, getij, part.id)).rejects.toMatchObject({ status: 404 });
    expect(opened(await lookAtRecord(guardian, getij, all)).total).toBe(0);
  });
});

describe("what is read, and what of it is logged", () => {
  it("U03 every look is one line with client, object, version and purpose", async () => {
    const { person, actor } = await world();
    const part = await aPart(person, { bytes: aPdf, version: 3 });
    const meeting = await anAppointment(person);
    await lookAtOverview(actor, getij);
    await lookAtAppointments(actor, getij);
    await lookAtAppointment(actor, getij, meeting.id);
    await lookAtAppointment(actor, getij, meeting.id, "calendar");
    await lookAtRecord(actor, getij, { ...all, search: "geheim woord" });
    await lookAtPart(actor, getij, part.id);
    await openDocument(actor, getij, part.id, "view");
    await openDocument(actor, getij, part.id, "download");
    await lookAtProfile(actor, getij);
    const lines = await looks();
    expect(lines.map(({ event, objectType, objectVersion }) => [event, objectType, objectVersion])).toEqual([
      ["home.look", "record", null],
      ["appointments.look", "record", null],
      ["appointment.look", "appointment", meeting.changedAt.toISOString()],
      ["appointment.calendar", "appointment", meeting.changedAt.toISOString()],
      ["record.look", "record", null],
      ["part.look", "record_part", "3"],
      ["document.view", "record_part", "3"],
      ["document.download", "record_part", "3"],
      ["profile.look", "person", person.importedAt.toISOString()],
    ]);
    for (const line of lines)
      expect(line).toMatchObject({
        subjectId: person.id,
        actorId: actor.accountId,
        sessionId: actor.sessionId,
        organisation: "getij",
        action: "R",
        outcome: "done",
        address: "",
      });
    const search = lines.find(({ event }) => event === "record.look");
    expect(search?.detail).toMatchObject({ search: true, parts: 0 });
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`geheim|${BSN}|Verslag|Gesprek`));
  });

  it("U03 a look that cannot be logged shows nothing; a refused one is logged as refused", async () => {
    const { person, actor } = await world();
    const part = await aPart(person, { bytes: aPdf });
    const unloggable = { ...actor, sessionId: {} as string };
    for (const look of [
      () => lookAtOverview(unloggable, getij),
      () => lookAtRecord(unloggable, getij, all),
      () => lookAtPart(unloggable, getij, part.id),
      () => openDocument(unloggable, getij, part.id, "download"),
      () => lookAtProfile(unloggable, getij),
    ])
      await expect(look()).rejects.toThrow();
    expect(await looks()).toEqual([]);
    await lookAtRecord({ ...actor, level: 20 }, getij, all);
    expect(await looks()).toMatchObject([{ event: "record.look", outcome: "refused", reason: "level" }]);
  });

  it("G-08 remarks stand beside a part; the profile is masked and names the own clinicians", async () => {
    const { person, actor } = await world();
    const part = await aPart(person);
    await aRemark(person, part.id);
    await aRemark(person, part.id, "statement", "Ik zei dat het beter ging.");
    expect((await lookAtPart(actor, getij, part.id)).remarks).toMatchObject([
      { kind: "disagreement", text: "De cliënt is het niet eens met deze zin." },
      { kind: "statement", text: "Ik zei dat het beter ging." },
    ]);
    const account = await anAccount({ firstName: "Hanneke", lastName: "Bos" });
    await transaction(async (tx) => {
      const row = { environmentId: "getij", role: "clinician" as const, startsOn: "2026-01-01" };
      await tx.insert(environmentStaff).values({ id: "s", accountId: account.id, clinicianCode: "B7", ...row });
    });
    await aCareRelation(person, "B7");
    await aCareRelation(person, "B8", "2026-11-01");
    const { profile } = opened(await lookAtProfile(actor, getij));
    expect(profile).toMatchObject({ name: "Roos Vermeer", bsn: "••••••772", clinicians: ["Hanneke Bos"] });
  });

  it("G-07 a document comes back byte for byte; text and other files cannot be viewed as one", async () => {
    const { person, actor } = await world();
    const pdf = await aPart(person, { bytes: aPdf });
    const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document" as const;
    const word = await aPart(person, {
      bytes: Buffer.from("PK"),
      content: { mediaType: wordType, fileName: "plan.docx" },
    });
    const text = await aPart(person);
    expect(await openDocument(actor, getij, pdf.id, "view")).toMatchObject({ name: "brief.pdf", bytes: aPdf });
    expect(await openDocument(actor, getij, word.id, "download")).toMatchObject({ name: "plan.docx" });
    await expect(openDocument(actor, getij, word.id, "view")).rejects.toMatchObject({ status: 404 });
    await expect(openDocument(actor, getij, text.id, "download")).rejects.toMatchObject({ status: 404 });
  });
});
