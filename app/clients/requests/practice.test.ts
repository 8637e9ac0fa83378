import { asc, and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { appointments } from "#db/schema/records.ts";
import { aClient, anAppointment, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { aStaffMember } from "#tests/mailed-world.ts";
import { answerAtPractice } from "./answer.server.ts";
import { askAboutAppointment, giveContact } from "./ask.server.ts";
import { lookAtRequest, requestsToAnswer } from "./desk.server.ts";
import { removeOldRequests } from "./remove-old.server.ts";
import { remindStaff } from "./remind.server.ts";
import { latestRequest } from "./latest.server.ts";
import { lookAtAppointmentRequests, lookAtContactRequests } from "./own.server.ts";
import { workOf } from "./work.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

const practice = environmentOf("delinde");
const getij = environmentOf("getij");
const contact = { street: "Dijk 7", postcode: "1234 AB", town: "Waterdam", phone: "06 87 65 43 21", email: "" };
/** The clock of the tests stands on Tuesday 24 November 2026, 9:00: two working days later is Thursday. */
const FRIDAY = new Date("2026-11-27T13:00:00Z");
const THURSDAY = new Date("2026-11-26T13:00:00Z");
const move = { kind: "move" as const, text: "Dinsdag of woensdag na vier uur" };

beforeEach(async () => {
  await freshDatabase();
});

async function world(startsAt = FRIDAY, given: Partial<typeof appointments.$inferInsert> = {}) {
  const person = await aPerson({ environmentId: "delinde", firstName: "Willem", lastName: "Bos" });
  const { actor } = await aClient(person);
  const appointment = await anAppointment(person, { startsAt, ...given, content: { withWhom: "Noor Waterman" } });
  return { person, actor, appointment, staff: await aStaffMember() };
}
const events = async (person: Person) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, person.id)))
    .map(({ event }) => event)
    .filter((event) => event.startsWith("change."));

describe("asking to move or cancel an appointment", () => {
  it("G2 G-05: it is answered within two working days, the client reads the answer, and the portal changes no appointment", async () => {
    const { person, actor, appointment, staff } = await world();
    const id = await askAboutAppointment(actor, practice, appointment.id, move);
    const asked = await lookAtAppointmentRequests(actor, practice, appointment.id);
    expect(asked).toMatchObject({ mayAsk: false, requests: [{ state: "submitted", dueOn: "2026-11-26" }] });
    expect(await requestsToAnswer(staff, "practice")).toMatchObject([
      { id, name: "Willem Bos", kind: "move", open: true, late: false },
    ]);
    const waits = { kind: "move", state: "submitted", dueOn: "2026-11-26" };
    expect(await latestRequest(actor, practice, appointment.id)).toEqual(waits);
    expect(await latestRequest(actor, practice, null)).toBeNull();
    const look = await lookAtRequest(staff, "practice", id);
    expect(look).toMatchObject({
      wish: { text: move.text },
      appointment: { withWhom: "Noor Waterman" },
      recorded: null,
    });
    await answerAtPractice(staff, { id }, "done", "Woensdag 2 december om 16.30 uur.");
    const { requests } = await lookAtAppointmentRequests(actor, practice, appointment.id);
    expect(requests).toMatchObject([
      { state: "done", answer: "Woensdag 2 december om 16.30 uur.", decidedByName: "Noor Waterman" },
    ]);
    const [row] = await db.select().from(appointments).where(eq(appointments.id, appointment.id));
    expect(row).toEqual(appointment);
    expect(await events(person)).toEqual(["change.ask", "change.look", "change.look", "change.done", "change.look"]);
  });

  it("G2: staff gets a mail that names nobody, the client one that says nothing", async () => {
    const { actor, appointment, staff } = await world();
    const { account } = await aClient(await aPerson({ environmentId: "delinde" }), {
      account: { email: "willem@voorbeeld.example", emailKey: "willem@voorbeeld.example" },
    });
    const other = { ...actor, accountId: account.id, personId: account.personId, clientId: account.personId };
    const own = await anAppointment(
      { id: account.personId!, environmentId: "delinde" },
      {
        startsAt: FRIDAY,
      },
    );
    await askAboutAppointment(actor, practice, appointment.id, move);
    const id = await askAboutAppointment(other, practice, own.id, { kind: "cancel", text: "" });
    await answerAtPractice(staff, { id }, "declined", "Bel ons even.");
    await deliverDue();
    const mails = await devInbox(null);
    expect(mails.filter(({ to }) => to === staff.email)).toHaveLength(2);
    expect(mails.filter(({ to }) => to === "willem@voorbeeld.example")).toHaveLength(1);
    for (const { text, subject } of mails)
      expect(text + subject).not.toMatch(/Willem Bos|Dinsdag|Bel ons even|afspraak/);
  });

  it("G2: it is not for the institution, nor for what is cancelled, past, too soon to answer, or asked already", async () => {
    const { actor, appointment } = await world();
    await askAboutAppointment(actor, practice, appointment.id, move);
    const other = { ...move, text: "Liever donderdag" };
    await expect(askAboutAppointment(actor, practice, appointment.id, other)).rejects.toThrow(Conflict);
    for (const [startsAt, given] of [
      [THURSDAY, {}],
      [new Date("2026-11-20T13:00:00Z"), {}],
      [FRIDAY, { state: "cancelled" as const }],
    ] as const) {
      const there = await world(startsAt, given);
      await expect(askAboutAppointment(there.actor, practice, there.appointment.id, move)).rejects.toThrow(Conflict);
      expect(await lookAtAppointmentRequests(there.actor, practice, there.appointment.id)).toMatchObject({
        mayAsk: false,
      });
    }
    const person = await aPerson();
    const { actor: client } = await aClient(person);
    const theirs = await anAppointment(person, { startsAt: FRIDAY });
    await expect(askAboutAppointment(client, getij, theirs.id, move)).rejects.toThrow(NotFound);
    await expect(giveContact(client, getij, contact)).rejects.toThrow(NotFound);
  });

  it("G2 F9: a button that is pressed twice asks once", async () => {
    const { actor, appointment } = await world();
    const both = () => askAboutAppointment(actor, practice, appointment.id, move);
    expect(await both()).toBe(await both());
    expect(await giveContact(actor, practice, contact)).toBe(await giveContact(actor, practice, { ...contact }));
    await expect(giveContact(actor, practice, { ...contact, town: "Elders" })).rejects.toThrow(Conflict);
    expect(await db.select().from(clientRequests)).toHaveLength(2);
  });

  it("G2: taken back it can be asked again; who answers or takes back second is told so", async () => {
    const { actor, appointment, staff } = await world();
    const id = await askAboutAppointment(actor, practice, appointment.id, move);
    await withdrawRequest(actor, practice, "practice", id);
    await expect(withdrawRequest(actor, practice, "practice", id)).rejects.toThrow(Conflict);
    await expect(answerAtPractice(staff, { id }, "done", "x")).rejects.toThrow(Conflict);
    const again = await askAboutAppointment(actor, practice, appointment.id, { kind: "cancel", text: "" });
    await answerAtPractice(staff, { id: again }, "done", "");
    await expect(withdrawRequest(actor, practice, "practice", again)).rejects.toThrow(Conflict);
    await expect(answerAtPractice(staff, { id: again }, "declined", "x")).rejects.toThrow(Conflict);
  });

  it("G2: what waits longest stands on top and says when it is late; what was decided long ago is gone", async () => {
    const first = await world();
    await askAboutAppointment(first.actor, practice, first.appointment.id, move);
    const second = await world();
    const done = await askAboutAppointment(second.actor, practice, second.appointment.id, move);
    await answerAtPractice(first.staff, { id: done }, "done", "x");
    setClock(new Date("2026-11-30T08:00:00Z"));
    const third = await world(new Date("2026-12-20T13:00:00Z"));
    await askAboutAppointment(third.actor, practice, third.appointment.id, move);
    const shown = await requestsToAnswer(first.staff, "practice");
    expect(shown.map(({ late, state }) => [late, state])).toEqual([
      [true, "submitted"],
      [false, "submitted"],
      [false, "done"],
    ]);
    setClock(new Date("2027-01-15T08:00:00Z"));
    expect((await requestsToAnswer(first.staff, "practice")).map(({ state }) => state)).toEqual([
      "submitted",
      "submitted",
    ]);
  });
});

describe("as time goes by", () => {
  const clock = { kind: "system", name: "clock" } as const;
  const mails = async () => {
    await deliverDue();
    return (await devInbox(null)).filter(({ subject }) => subject === "Cliënten wachten op antwoord");
  };

  it("G2: staff is reminded on the last day and on each working day after it, once, with a number and no name", async () => {
    const { person, actor, appointment, staff } = await world(new Date("2026-12-20T13:00:00Z"));
    const id = await askAboutAppointment(actor, practice, appointment.id, move);
    await remindStaff(clock);
    expect(await mails()).toHaveLength(0);
    setClock(new Date("2026-11-26T08:00:00Z"));
    await remindStaff(clock);
    await remindStaff(clock);
    const [mail, ...more] = await mails();
    expect(more).toHaveLength(0);
    expect(mail?.text).toContain("Er staat 1 wijziging klaar");
    expect(mail?.text).not.toContain("Willem");
    setClock(new Date("2026-11-28T08:00:00Z"));
    await remindStaff(clock);
    expect(await mails(), "Saturday").toHaveLength(1);
    setClock(new Date("2026-11-30T08:00:00Z"));
    await remindStaff(clock);
    expect(await mails()).toHaveLength(2);
    await answerAtPractice(staff, { id }, "done", "");
    setClock(new Date("2026-12-01T08:00:00Z"));
    await remindStaff(clock);
    expect(await mails()).toHaveLength(2);
    const lines = await db
      .select({ at: auditLog.at })
      .from(auditSubjects)
      .innerJoin(auditLog, eq(auditLog.id, auditSubjects.lineId))
      .where(and(eq(auditSubjects.subjectId, person.id), eq(auditLog.event, "change.remind")));
    expect(lines.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(["2026-11-26", "2026-11-26", "2026-11-30"]);
  });

  it("14.2.7 F9: what was answered or taken back goes after a year, and the log says so; what waits stays", async () => {
    const { person, actor, appointment, staff } = await world(new Date("2026-12-20T13:00:00Z"));
    await withdrawRequest(actor, practice, "practice", await giveContact(actor, practice, contact));
    const id = await giveContact(actor, practice, contact);
    await answerAtPractice(staff, { id }, "done", "");
    const waits = await askAboutAppointment(actor, practice, appointment.id, move);
    const left = async () => (await db.select().from(clientRequests)).map(({ id }) => id);
    const [answered] = await db.select().from(clientRequests).where(eq(clientRequests.state, "done"));
    const many = Array.from({ length: 250 }, () => ({ ...answered!, id: newId() }));
    await transaction((tx) => tx.insert(clientRequests).values(many));
    setClock(new Date("2027-11-23T08:00:00Z"));
    await removeOldRequests(clock);
    expect(await left()).toHaveLength(253);
    setClock(new Date("2027-11-25T08:00:00Z"));
    await removeOldRequests(clock);
    expect(await left()).toEqual([waits]);
    expect((await events(person)).filter((event) => event === "change.remove")).toHaveLength(252);
  });
});

describe("own contact data", () => {
  it("O-47: what waits for practice staff is told in numbers, list by list, of the own environment alone", async () => {
    const { actor, staff } = await world();
    const work = async (of = staff, where = practice) =>
      (await workOf(of, where)).map(({ place, work: { waiting, late } }) => [place, waiting, late]);
    await giveContact(actor, practice, contact);
    expect(await work()).toEqual([
      ["sign_ups", 0, 0],
      ["changes", 1, 0],
    ]);
    setClock(new Date("2026-11-30T08:00:00Z"));
    expect((await work())[1]).toEqual(["changes", 1, 1]);
    const [row] = await db.select().from(clientRequests);
    await answerAtPractice(staff, { id: row!.id }, "done", "");
    expect((await work())[1]).toEqual(["changes", 0, 0]);
    expect(await work(await aStaffMember("getij"), getij)).toEqual([]);
  });

  it("F9: what the client gives stands beside the record, which stays as it is; staff sees both", async () => {
    const { actor, staff } = await world();
    const id = await giveContact(actor, practice, contact);
    await expect(giveContact(actor, practice, { ...contact, town: "Elders" })).rejects.toThrow(Conflict);
    expect(await lookAtContactRequests(actor, practice)).toMatchObject({
      mayAsk: false,
      requests: [{ wish: { contact } }],
    });
    const look = await lookAtRequest(staff, "practice", id);
    expect(look).toMatchObject({ wish: { contact }, appointment: null, recorded: { phone: "06 12345678" } });
  });

  it("U03 F9: a look at it, by the client and by staff, leaves exactly its line, about this person", async () => {
    const { person, actor, staff } = await world();
    const id = await giveContact(actor, practice, contact);
    const before = await db.$count(auditLog);
    await lookAtContactRequests(actor, practice);
    await lookAtRequest(staff, "practice", id);
    const looks = await db.select().from(auditLog).where(eq(auditLog.event, "change.look")).orderBy(asc(auditLog.id));
    expect(await db.$count(auditLog)).toBe(before + 2);
    const shared = { action: "R", outcome: "done", subjectId: person.id, organisation: "delinde", onBehalfOf: null };
    expect(looks).toMatchObject([
      { ...shared, objectType: "person", objectId: person.id, purpose: "own_record", actorId: actor.accountId },
      { ...shared, objectType: "change_request", objectId: id, purpose: "administration", actorId: staff.accountId },
    ]);
  });

  it("C01 F9: what is written is nowhere in the table to read", async () => {
    const { actor, appointment, staff } = await world();
    await giveContact(actor, practice, contact);
    const id = await askAboutAppointment(actor, practice, appointment.id, move);
    await answerAtPractice(staff, { id }, "declined", "Bel ons even.");
    const rows = JSON.stringify(await db.select().from(clientRequests));
    expect(rows).not.toMatch(/Dijk 7|06 87|Dinsdag|Bel ons/);
  });
});

describe("who may", () => {
  it("U-02 D03: a mailed code opens it where the practice allows, a DigiD that is too weak does not", async () => {
    const person = await aPerson({ environmentId: "delinde" });
    const appointment = await anAppointment(person, { startsAt: FRIDAY });
    const weak = await aClient(person, { level: 10 });
    await expect(askAboutAppointment(weak.actor, practice, appointment.id, move)).rejects.toThrow(NotFound);
    await expect(lookAtContactRequests(weak.actor, practice)).rejects.toThrow(NotFound);
    await expect(latestRequest(weak.actor, practice, appointment.id)).rejects.toThrow(NotFound);
    const byMail = { ...weak.actor, way: "mail" as const, level: null };
    await askAboutAppointment(byMail, practice, appointment.id, move);
  });

  it("H11 Z02: nobody asks about, sees or takes back what is of somebody else", async () => {
    const one = await world();
    const other = await world();
    const id = await askAboutAppointment(one.actor, practice, one.appointment.id, move);
    await expect(askAboutAppointment(other.actor, practice, one.appointment.id, move)).rejects.toThrow(NotFound);
    await expect(lookAtAppointmentRequests(other.actor, practice, one.appointment.id)).rejects.toThrow(NotFound);
    await expect(withdrawRequest(other.actor, practice, "practice", id)).rejects.toThrow(Conflict);
    expect(await lookAtContactRequests(other.actor, practice)).toMatchObject({ requests: [] });
    expect(await latestRequest(other.actor, practice, one.appointment.id)).toBeNull();
  });

  it("H11 U-09: staff of another environment, and clinicians, neither see nor answer it", async () => {
    const { actor, appointment } = await world();
    const id = await askAboutAppointment(actor, practice, appointment.id, move);
    const elsewhere = await aStaffMember("getij");
    expect(await requestsToAnswer(elsewhere, "practice")).toEqual([]);
    await expect(lookAtRequest(elsewhere, "practice", id)).rejects.toThrow(NotFound);
    await expect(answerAtPractice(elsewhere, { id }, "done", "x")).rejects.toThrow(NotFound);
    const clinician = await aClinician("BEH-001", "delinde");
    await expect(requestsToAnswer(clinician, "practice")).rejects.toThrow(Forbidden);
    await expect(lookAtRequest(clinician, "practice", id)).rejects.toThrow(Forbidden);
    const open = and(eq(clientRequests.id, id), eq(clientRequests.state, "submitted"));
    expect(await db.$count(clientRequests, open)).toBe(1);
  });
});
