import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { tourOf } from "#app/clients/accounts/tour.server.ts";
import { aboutOf } from "#app/platform/rights/reach.server.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { aClient, aLink, anAppointment, aPart, aPerson, aRemark, aTreatment } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import * as appointmentPage from "#app/clients/records/client/appointment.tsx";
import { loader as calendarLoader } from "#app/clients/records/client/appointment-calendar.ts";
import * as appointmentsPage from "#app/clients/records/client/appointments.tsx";
import { action as askRecord } from "#app/clients/records/client/ask-record.ts";
import { calendarFile } from "#app/clients/records/client/calendar-file.ts";
import { action as takeAnyway, loader as take } from "#app/clients/records/client/document-download.ts";
import { loader as viewLoader } from "#app/clients/records/client/document-view.ts";
import { loader as warningLoader } from "#app/clients/records/client/download-warning.tsx";
import { termsIn } from "#app/clients/records/client/glossary.ts";
import { loader as homeLoader } from "./home.tsx";
import * as partPage from "#app/clients/records/client/part.tsx";
import * as profilePage from "#app/clients/records/client/profile.tsx";
import * as recordPage from "#app/clients/records/client/record.tsx";
import { action as tourAction, loader as tourLoader } from "./tour.tsx";
import { loader as manifestLoader } from "./web-app.ts";
import { loader as iconLoader } from "./web-app-icon.ts";

const aPdf = Buffer.from("%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF\n");

beforeEach(async () => {
  await freshDatabase();
});

async function world() {
  const person = await aPerson({ bsn: "999991772" });
  await aLink(person);
  return { person, ...(await aClient(person)) };
}
function call(cookie: string, params: Record<string, string> = {}, search = "", fields?: Record<string, string>) {
  const request = new Request(`http://localhost/mijn/getij${search}`, {
    method: fields ? "POST" : "GET",
    headers: { cookie },
    body: fields ? new URLSearchParams(fields) : undefined,
  });
  return { request, params: { environment: "getij", ...params }, context: {}, unstable_pattern: "" };
}
/** Names of all fields in an answer, of lists those of the first item. */
function keys(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return keys(value[0], `${at}[]`);
  if (typeof value !== "object" || value === null || value instanceof Date) return [at];
  return Object.entries(value).flatMap(([name, inner]) => keys(inner, at ? `${at}.${name}` : name));
}
const documentLines = async () =>
  (await db.select().from(auditLog)).filter(({ event }) => event.startsWith("document.")).map(({ event }) => event);

describe("pages", () => {
  it("G-02 G1 the front page and the lists tell the same numbers", async () => {
    const { person, cookie } = await world();
    await anAppointment(person);
    await anAppointment(person, { state: "cancelled" });
    await aPart(person);
    await aPart(person);
    const { overview, when } = await homeLoader(call(cookie));
    const list = await appointmentsPage.loader(call(cookie));
    const record = await recordPage.loader(call(cookie));
    if (!list.look.open || !record.look.open) throw new Error("shut");
    expect(overview.appointments).toMatchObject({ count: list.look.lists.coming.length });
    expect(overview.parts).toMatchObject({ count: record.look.parts.length });
    expect(when).toBe("morning");
  });

  it("Z06 answers hold what the page shows and nothing else", async () => {
    const { person, cookie } = await world();
    const treatment = await aTreatment(person);
    const part = await aPart(person, { bytes: aPdf, treatmentId: treatment.id });
    await aRemark(person, part.id);
    await aPart(person, { unavailable: true, content: { unavailable: { why: "Te groot.", how: "Vraag erom." } } });
    const meeting = await anAppointment(person);
    const answers = {
      home: await homeLoader(call(cookie)),
      appointments: await appointmentsPage.loader(call(cookie)),
      appointment: await appointmentPage.loader(call(cookie, { appointment: meeting.id })),
      record: await recordPage.loader(call(cookie)),
      part: await partPage.loader(call(cookie, { part: part.id })),
      warning: await warningLoader(call(cookie, { part: part.id })),
      profile: await profilePage.loader(call(cookie)),
    };
    expect(Object.entries(answers).map(([name, answer]) => [name, keys(answer).toSorted()])).toMatchSnapshot();
    expect(JSON.stringify(answers)).not.toContain("999991772");
  });

  it("G-05 G-08 no page takes a change of an appointment, the profile or the record", () => {
    for (const page of [appointmentsPage, appointmentPage, profilePage, recordPage, partPage])
      expect(Object.keys(page)).not.toContain("action");
  });

  it("G-09 without a session every page sends to the door, and comes back", async () => {
    for (const loader of [homeLoader, appointmentsPage.loader, recordPage.loader, partPage.loader, viewLoader, take]) {
      const answer: unknown = await loader(call("", { part: "x" })).catch((error: unknown) => error);
      expect((answer as Response).headers.get("location")).toBe("/mijn/getij/inloggen?terug=%2Fmijn%2Fgetij");
    }
  });

  it("G4 a button for the record that is pressed twice leads to the record both times, and asks once", async () => {
    const person = await aPerson({ bsn: "999991772" });
    const { cookie, actor } = await aClient(person);
    for (const act of ["ask", "ask", "withdraw", "withdraw"]) {
      const answer = await askRecord(call(cookie, {}, "", { act, about: aboutOf(actor) }));
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/mijn/getij/zorgdossier"]);
    }
    const lines = (await db.select().from(auditLog)).filter(({ event }) => event.startsWith("record_link."));
    expect(lines.map(({ event }) => event)).toEqual(["record_link.ask", "record_link.withdraw"]);
  });

  it("knows kinds only, and leaves out what an address asks beside them", async () => {
    const { cookie } = await world();
    const { asked } = await recordPage.loader(call(cookie, {}, "?soort=constructor&nieuw=ja&zoek=%20plan%20"));
    expect(asked).toEqual({ kind: null, onlyNew: false, search: "plan" });
  });
});

describe("documents", () => {
  it("G-07 G5 on an unknown device the warning comes before a download, on a known one it does not", async () => {
    const { person, cookie, actor } = await world();
    const { id } = await aPart(person, { bytes: aPdf });
    const sent = await take(call(cookie, { part: id }));
    expect([sent.status, sent.headers.get("location")]).toEqual([302, `/mijn/getij/zorgdossier/${id}/waarschuwing`]);
    expect(await documentLines()).toEqual([]);
    const taken = await takeAnyway(call(cookie, { part: id }, "", { about: aboutOf(actor) }));
    expect(Buffer.from(await taken.arrayBuffer())).toEqual(aPdf);
    await transaction(async (tx) => {
      await tx.update(doorSessions).set({ knownDevice: true }).where(eq(doorSessions.id, actor.sessionId));
    });
    expect((await take(call(cookie, { part: id }))).status).toBe(200);
    expect(await documentLines()).toEqual(["document.download", "document.download"]);
  });

  it("F02 G12 what goes out is kept by no cache, and is shown as what it is or kept as a file", async () => {
    const { person, cookie, actor } = await world();
    const { id } = await aPart(person, { bytes: aPdf, content: { fileName: 'x";\r\nbrief één.pdf' } });
    const seen = await viewLoader(call(cookie, { part: id }));
    const kept = await takeAnyway(call(cookie, { part: id }, "", { about: aboutOf(actor) }));
    for (const answer of [seen, kept]) {
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-type")).toBe("application/pdf");
    }
    expect(seen.headers.get("content-disposition")).toBe('inline; filename="x____brief___n.pdf"');
    expect(kept.headers.get("content-disposition")).toBe('attachment; filename="x____brief___n.pdf"');
    expect(kept.headers.get("content-security-policy")).toMatch(/^sandbox;/);
  });
});

describe("calendar file", () => {
  const lines = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

  it("G2 says when, in Dutch time, and nothing of health", async () => {
    const { person, cookie } = await world();
    const one = await anAppointment(person);
    const answer = await calendarLoader(call(cookie, { appointment: one.id }));
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await answer.text();
    const read = lines(text);
    expect(read).toEqual(
      expect.arrayContaining([
        `UID:${one.id}`,
        "DTSTAMP:20261124T080000Z",
        "DTSTART;TZID=Europe/Amsterdam:20261127T140000",
        "DTEND;TZID=Europe/Amsterdam:20261127T144500",
        "SUMMARY:Afspraak",
        "STATUS:CONFIRMED",
      ]),
    );
    expect([read[0], ...read.slice(-2)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
    expect(text).not.toMatch(/Getij|GGZ|Gesprek|Bos|Polikliniek|Kade|Vermeer/);
  });

  it("G2 summer time, no length, cancelled", async () => {
    const { person, cookie } = await world();
    const startsAt = new Date("2027-07-01T07:05:00Z");
    const one = await anAppointment(person, { startsAt, minutes: null, state: "cancelled" });
    const text = await (await calendarLoader(call(cookie, { appointment: one.id }))).text();
    expect(lines(text)).toEqual(
      expect.arrayContaining(["DTSTART;TZID=Europe/Amsterdam:20270701T090500", "STATUS:CANCELLED"]),
    );
    expect(text).not.toContain("DTEND");
  });

  it("G2 folds long lines between characters, and keeps signs of the format as signs", () => {
    const description = `${"é€😀".repeat(40)}; a, b\\c\nnext`;
    const stamp = new Date("2026-11-24T08:00:00Z");
    const text = calendarFile({
      uid: "u",
      start: "20261127T140000",
      end: null,
      stamp,
      changedAt: stamp,
      summary: "Afspraak",
      description,
      cancelled: false,
    });
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(lines(text)).toContain(`DESCRIPTION:${"é€😀".repeat(40)}\\; a\\, b\\\\c\\nnext`);
  });
});

describe("tour, words, home screen", () => {
  it("G-10 G6 the tour goes on where it stopped, ends at the appointments, and can be repeated", async () => {
    const { cookie } = await world();
    expect((await homeLoader(call(cookie))).tour).toEqual({ step: null, done: false });
    expect((await tourLoader(call(cookie))).step).toBe(0);
    const next = await tourAction(call(cookie, {}, "", { stap: "4" }));
    expect(next.headers.get("location")).toBe("/mijn/getij/rondleiding?stap=4");
    expect((await tourLoader(call(cookie))).step).toBe(3);
    expect((await tourLoader(call(cookie, {}, "?stap=2"))).step).toBe(1);
    expect((await tourLoader(call(cookie, {}, "?stap=99"))).step).toBe(3);
    const end = await tourAction(call(cookie, {}, "", { einde: "afspraken" }));
    expect(end.headers.get("location")).toBe("/mijn/getij/afspraken");
    const actor = await clientVisitor(call(cookie).request, environmentOf("getij"));
    expect(await tourOf(actor!)).toEqual({ step: null, done: true });
    expect((await tourLoader(call(cookie))).step).toBe(0);
  });

  it("G9 explains words of care where they stand in the text, and no others", () => {
    const terms = (text: string) => termsIn(text, "nl").map(({ term }) => term);
    expect(terms("Intake gedaan. De diagnose volgt na het MDO; Psycho-educatie gestart.")).toEqual([
      "diagnose",
      "intake",
      "multidisciplinair overleg",
      "psycho-educatie",
    ]);
    expect(terms("Verslag dd 3 mei: romantische film, diagnosekaart.")).toEqual([]);
    expect(termsIn("remissie", "en")[0]?.meaning).toContain("complaints");
  });

  it("G-11 G12 the environment can stand on the home screen, in its own name and colours", async () => {
    const manifest = await manifestLoader(call("")).json();
    expect(manifest).toMatchObject({
      name: "GGZ Het Getij",
      start_url: "/mijn/getij",
      scope: "/mijn/getij",
      display: "standalone",
    });
    const icon = await iconLoader(call("")).text();
    expect(icon).toContain(`fill="${environmentOf("getij").brand[700]}"`);
    expect(() => manifestLoader(call("", { environment: "nergens" }))).toThrow();
  });
});
