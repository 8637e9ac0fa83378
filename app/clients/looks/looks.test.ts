import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { audit, type AuditLine } from "#app/platform/audit/record.server.ts";
import { patientSubject } from "#app/platform/audit/patient-subject.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { lookAtAppointments } from "#app/clients/records/read/appointments.server.ts";
import { lookAtLog } from "#app/clients/records/read/looks.server.ts";
import type { ClientActor, StaffActor } from "#app/shared/actor.ts";
import { dutchDate, now } from "#app/shared/clock.server.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import { askedLooks } from "./asked.ts";
import { folded } from "./fold.ts";
import { periodOf } from "./period.server.ts";
import { isOwn, saidLook } from "./said.ts";
import { texts } from "./texts.ts";

beforeEach(() => freshDatabase());

const getij = environmentOf("getij");
const delinde = environmentOf("delinde");
const clinician: StaffActor = {
  kind: "account",
  accountId: "karin",
  name: "Karin Molenaar",
  sessionId: "s",
  email: "karin@getij.example",
  language: "nl",
  operatorRole: null,
  agb: null,
  factorAt: new Date(0),
  factorKind: "app",
  termsAccepted: true,
  practices: [],
  staff: { environmentId: "getij", role: "clinician", clinicianCode: "BEH-001" },
};
const look = (more: Partial<AuditLine>): AuditLine => ({
  event: "clinician.part_look",
  organisation: "getij",
  ...more,
});
const always = () => ({ from: new Date(0), until: new Date(now().getTime() + 60_000), how: "look" as const });

async function linesOf(actor: ClientActor, environment = getij) {
  const found = await lookAtLog(actor, environment, always());
  if (!found.open) throw new Error(found.because);
  return found.lines;
}

describe("who looked in my record", () => {
  it("G7 U06 shows every line about the client and no other, row for row as the log has them", async () => {
    const me = await aPerson();
    const other = await aPerson();
    const { actor } = await aClient(me);
    const before = (await linesOf(actor)).length + 1;
    const about = fc.array(fc.constantFrom("me", "other", "both", "nobody"), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(about, async (whom) => {
        const already = (await linesOf(actor)).length;
        for (const one of whom) {
          const subjectIds = one === "both" ? [me.id, other.id] : [];
          const subjectId = one === "me" ? me.id : one === "other" ? other.id : undefined;
          await transaction((tx) => audit(tx, clinician, look({ subjectId, subjectIds })));
        }
        const mine = whom.filter((one) => one === "me" || one === "both").length;
        // The look before wrote a line of its own.
        expect((await linesOf(actor)).length).toBe(already + mine + 1);
      }),
      { numRuns: 12 },
    );
    const shown = await linesOf(actor);
    expect(shown.length).toBeGreaterThan(before);
    const beside = new Set(
      (await db.select().from(auditSubjects)).flatMap((row) => (row.subjectId === me.id ? row.lineId : [])),
    );
    const all = (await db.select().from(auditLog)).filter((row) => row.subjectId === me.id || beside.has(row.id));
    // The last line is that of the look itself.
    expect(shown.map(({ id }) => id)).toEqual(
      all
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(1)
        .map(({ id }) => id),
    );
  });

  it("G7 U06 what was refused to somebody at the door is not called the client's own, and is not left out with it", async () => {
    const me = await aPerson();
    const { actor } = await aClient(me);
    const door = { kind: "stranger", requestId: "r", address: "192.0.2.9", client: "test" } as const;
    const line = look({ event: "client.link_digid", subjectId: me.id });
    await transaction((tx) => audit(tx, door, { ...line, outcome: "refused", reason: "other_person" }));
    await transaction((tx) => audit(tx, door, line));
    const [linked, refused] = (await linesOf(actor)).filter(({ event }) => event === "client.link_digid");
    expect([isOwn(refused!, actor.accountId), isOwn(linked!, actor.accountId)]).toEqual([false, true]);
    expect(saidLook(refused!, actor.accountId, getij, texts.nl)).toMatchObject({ who: texts.nl.unknown, done: false });
  });

  it("G7 O-26 a line of an event that is not for clients is not shown, even when it is about the client", async () => {
    const me = await aPerson();
    const { actor } = await aClient(me);
    await transaction((tx) => audit(tx, clinician, { event: "account.end", id: "x", subjectId: me.id }));
    await transaction((tx) => audit(tx, clinician, look({ subjectId: me.id })));
    expect((await linesOf(actor)).map(({ event }) => event)).not.toContain("account.end");
    expect((await linesOf(actor)).map(({ event }) => event)).toContain("clinician.part_look");
  });

  it("G7 a look at patient details in the reports of the practice shows with the same person, and with nobody else", async () => {
    const willem = await aPerson({ environmentId: "delinde", externalId: "PAT000123" });
    const namesake = await aPerson({ externalId: "PAT000123" });
    const neighbour = await aPerson({ environmentId: "delinde", externalId: "PAT000124" });
    const subject = patientSubject("01054321", "PAT000123");
    const line = { event: "patients.reveal", organisation: "01054321", id: "DM-101" } as const;
    await transaction((tx) => audit(tx, clinician, look({ ...line, subjectId: subject })));
    await transaction((tx) =>
      audit(tx, clinician, look({ ...line, event: "patients.export", subjectIds: [subject, "x"] })),
    );
    const seen = await linesOf((await aClient(willem)).actor, delinde);
    expect(seen.map(({ event }) => event).filter((event) => event.startsWith("patients"))).toEqual([
      "patients.export",
      "patients.reveal",
    ]);
    expect((await linesOf((await aClient(namesake)).actor)).some(({ event }) => event.startsWith("patients"))).toBe(
      false,
    );
    const next = await linesOf((await aClient(neighbour)).actor, delinde);
    expect(next.some(({ event }) => event.startsWith("patients"))).toBe(false);
  });

  it("G7 K3 reading the log is a line in the log", async () => {
    const { actor } = await aClient(await aPerson());
    await linesOf(actor);
    const [line] = await linesOf(actor);
    expect(line).toMatchObject({ event: "log.look", actorId: actor.accountId, role: "client", purpose: "own_record" });
  });

  it("G7 says who, for whom, what and why; no name where the environment shows none", async () => {
    const person = await aPerson();
    const { actor } = await aClient(person);
    await lookAtAppointments(actor, getij);
    await transaction((tx) => audit(tx, clinician, look({ subjectId: person.id, id: "x" })));
    const [theirs, own] = await linesOf(actor);
    const said = saidLook(theirs!, actor.accountId, getij, texts.nl);
    expect(said).toMatchObject({
      who: "Karin Molenaar",
      role: "behandelaar",
      organisation: "GGZ Het Getij",
      what: "een onderdeel van uw dossier",
    });
    expect(said.why).toBe("voor uw behandeling");
    const nameless = { ...getij, switches: { ...getij.switches, namesInLog: false } };
    expect(saidLook(theirs!, actor.accountId, nameless, texts.nl).who).toBe("behandelaar");
    expect(saidLook(own!, actor.accountId, getij, texts.nl).who).toBe("Uzelf");
  });

  it("O-20 G7 says of a look by the practice what it was for, whatever reason was given", async () => {
    const willem = await aPerson({ environmentId: "delinde", externalId: "PAT000123" });
    const line = {
      event: "patients.reveal",
      id: "DM-101",
      subjectId: patientSubject("01054321", "PAT000123"),
    } as const;
    for (const purpose of ["quality_improvement", "treatment", "record_quality"] as const)
      await transaction((tx) => audit(tx, clinician, { ...line, purpose }));
    const seen = await linesOf((await aClient(willem)).actor, delinde);
    const theirs = seen.filter(({ event }) => event === line.event);
    expect(theirs.map((one) => saidLook(one, "nobody", delinde, texts.nl).why)).toEqual([
      "om na te gaan of de gegevens van de praktijk kloppen",
      "voor uw behandeling",
      "om de zorg in de praktijk te verbeteren",
    ]);
  });

  it("G7 folds what is alike on one day and loses nothing", async () => {
    const person = await aPerson();
    const { actor } = await aClient(person);
    for (let n = 0; n < 4; n++) await transaction((tx) => audit(tx, clinician, look({ subjectId: person.id })));
    const lines = await linesOf(actor);
    const folds = folded(lines, dutchDate);
    expect(folds.flatMap((fold) => fold.lines).length).toBe(lines.length);
    const four = folds.find((fold) => fold.lines.length === 4)!;
    expect(four.first.id).toBe(four.lines.map(({ id }) => id).sort()[0]);
  });

  it("G7 a period holds its first and its last day, Dutch time", () => {
    expect(periodOf({ from: "2026-03-28", until: "2026-03-29", own: false })).toEqual({
      from: new Date("2026-03-27T23:00:00Z"),
      until: new Date("2026-03-29T22:00:00Z"),
    });
    expect(askedLooks("http://x/?van=onzin&tot=2026-11-24", "2026-11-24")).toEqual({
      from: "2026-08-24",
      until: "2026-11-24",
      own: false,
    });
  });
});
