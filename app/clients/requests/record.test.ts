import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { lastDay, plusMonths } from "#app/platform/cases/clock.server.ts";
import { lookAtPart } from "#app/clients/records/read/part.server.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { aCareRelation, aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { mailsTo } from "#tests/mailed-world.ts";
import { answerAboutRecord } from "./answer.server.ts";
import { askAboutPart } from "./ask.server.ts";
import { lookAtRequest, requestsToAnswer } from "./desk.server.ts";
import { desks, EXTENDED, type KindOf } from "./kinds.ts";
import { lookAtOwnRequest, lookAtOwnRequests } from "./own.server.ts";
import { remindClinicians } from "./remind.server.ts";
import type { RecordState } from "./transitions.ts";
import { removeOldRequests } from "./remove-old.server.ts";
import { workOf } from "./work.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

const getij = environmentOf("getij");
beforeEach(async () => {
  await freshDatabase();
});

async function world(email: string | null = null) {
  const person = await aPerson();
  await aCareRelation(person, "BEH-001");
  await aLink(person);
  const part = await aPart(person);
  const { actor } = await aClient(person, { account: { email } });
  const clinician = await aClinician();
  const ask = (kind: KindOf<"record"> = "correction") =>
    askAboutPart(actor, getij, { partId: part.id, kind, passage: "elke dag", wish: "Het was eens per week." });
  return { person, part, client: actor, clinician, ask };
}
const rowOf = async (id: string) => {
  const [row] = await db.select().from(clientRequests).where(eq(clientRequests.id, id));
  return row!;
};

const dueOn = (from: string, extended: boolean) => lastDay(extended ? EXTENDED : desks.record.term, from);
const daysUntil = (due: string, from: string) => Math.round((Date.parse(due) - Date.parse(from)) / 86_400_000);

describe("the clock of the law", () => {
  it("G8: one calendar month, at the end of a shorter month its last day; three when extended", () => {
    expect(dueOn("2026-11-24", false)).toBe("2026-12-24");
    expect(dueOn("2027-01-31", false)).toBe("2027-02-28");
    expect(dueOn("2028-01-31", false)).toBe("2028-02-29");
    expect(dueOn("2026-11-30", true)).toBe("2027-02-28");
    expect(dueOn("2026-12-15", false)).toBe("2027-01-15");
  });

  it("G8: a month later is never earlier, nor more than 31 days away", () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        const days = daysUntil(plusMonths(date, 1), date);
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe("a request", () => {
  it("G8 G-08: asked, taken up, refused with a reason; then an own statement stands beside the text", async () => {
    const { part, client, clinician, ask } = await world("roos@voorbeeld.example");
    const id = await ask();
    expect(await requestsToAnswer(clinician, "record")).toMatchObject([
      { id, dueOn: "2026-12-24", name: "Roos Vermeer" },
    ]);
    await answerAboutRecord(clinician, { id }, "take_up");
    await answerAboutRecord(clinician, { id }, "refuse", "Zo is het toen gezegd.");
    expect(await lookAtOwnRequest(client, getij, id)).toMatchObject({
      ...{
        state: "refused",
        answer: "Zo is het toen gezegd.",
        wish: { passage: "elke dag" },
        decidedByName: "Karin Molenaar",
      },
    });
    await ask("statement");
    const { remarks } = await lookAtPart(client, getij, part.id);
    expect(remarks).toMatchObject([{ kind: "statement", text: "Het was eens per week.", by: "Roos Vermeer" }]);
    const stored = JSON.stringify(await db.select().from(clientRequests));
    for (const words of ["elke dag", "eens per week", "toen gezegd"]) expect(stored).not.toContain(words);
    for (const mail of await mailsTo("roos@voorbeeld.example"))
      expect(mail.subject + mail.text).not.toMatch(/getij.*GGZ|dossier|week|gezegd/i);
  });

  it("O-85: client and clinician read its course, without looks or anybody's words; names where the environment tells them", async () => {
    const { client, clinician, ask } = await world();
    const id = await ask();
    await answerAboutRecord(clinician, { id }, "take_up");
    await lookAtRequest(clinician, "record", id);
    setClock(new Date("2026-11-25T09:00:00Z"));
    await answerAboutRecord(clinician, { id }, "extend", "Wij vragen het na.");
    const forStaff = await lookAtRequest(clinician, "record", id);
    expect(forStaff.course.map(({ nl }) => nl)).toEqual([
      "Roos Vermeer deed een verzoek",
      "Karin Molenaar nam een verzoek in behandeling",
      "Karin Molenaar nam meer tijd voor een verzoek",
    ]);
    const named = await lookAtOwnRequest(client, getij, id);
    expect(named.course.map(({ en }) => en)).toEqual([
      "You made a request",
      "Karin Molenaar took up a request",
      "Karin Molenaar took more time for a request",
    ]);
    expect(named.course.at(-1)?.at.toISOString()).toContain("2026-11-25T09:00");
    const nameless = { ...getij, switches: { ...getij.switches, namesInLog: false } };
    const { course } = await lookAtOwnRequest(client, nameless, id);
    expect(course.map(({ nl }) => nl).slice(0, 2)).toEqual([
      "U deed een verzoek",
      "Een behandelaar nam een verzoek in behandeling",
    ]);
    expect(JSON.stringify([course, forStaff.course])).not.toMatch(/vragen het na|eens per week/);
  });

  it("G8: a button that is pressed twice asks once; the same words later, or other words, are a new request", async () => {
    const { client, part, ask } = await world();
    const id = await ask();
    expect(await ask()).toBe(id);
    const statement = await ask("statement");
    expect(await ask("statement")).toBe(statement);
    expect((await lookAtPart(client, getij, part.id)).remarks).toHaveLength(1);
    const other = { partId: part.id, kind: "correction" as const, passage: "", wish: "Iets anders" };
    expect(await askAboutPart(client, getij, other)).not.toBe(id);
    setClock(new Date("2026-11-24T09:00:00Z"));
    expect(await ask()).not.toBe(id);
  });

  it("O-87: a clinician has the lists in one place, counted of the own clients alone", async () => {
    const { clinician, ask } = await world();
    const asks = await aPerson();
    await aCareRelation(asks, "BEH-001");
    await aLink(asks, { state: "asked" });
    await ask();
    const counted = async (actor = clinician) =>
      (await workOf(actor, getij)).map(({ place, work: { waiting, late } }) => [place, waiting, late]);
    expect(await counted()).toEqual([
      ["clients", 1, 0],
      ["requests", 1, 0],
    ]);
    expect(await counted(await aClinician("BEH-002"))).toEqual([
      ["clients", 0, 0],
      ["requests", 0, 0],
    ]);
    setClock(new Date("2026-12-25T09:00:00Z"));
    expect((await counted())[1]).toEqual(["requests", 1, 1]);
  });

  it("G8: shielding that is granted hides the part from representatives, not from the client", async () => {
    const { part, client, clinician, ask } = await world();
    const id = await ask("shielding");
    await answerAboutRecord(clinician, { id }, "take_up");
    await answerAboutRecord(clinician, { id }, "grant", "Afgeschermd.");
    const parent = { ...client, personId: (await aPerson()).id };
    await expect(lookAtPart(parent, getij, part.id)).rejects.toThrow(NotFound);
    expect((await lookAtPart(client, getij, part.id)).id).toBe(part.id);
  });

  it("G8: extended once, by two months, and only before the first month is over", async () => {
    const { clinician, ask } = await world();
    const [first, second] = [await ask(), await ask("shielding")];
    for (const id of [first, second]) await answerAboutRecord(clinician, { id }, "take_up");
    await answerAboutRecord(clinician, { id: first }, "extend", "Wij vragen het na.");
    expect((await rowOf(first)).dueOn).toBe("2027-02-24");
    await expect(answerAboutRecord(clinician, { id: first }, "extend", "Nog eens.")).rejects.toThrow(Conflict);
    setClock(new Date("2026-12-25T09:00:00+01:00"));
    await expect(answerAboutRecord(clinician, { id: second }, "extend", "Te laat.")).rejects.toThrow(Conflict);
    expect((await requestsToAnswer(clinician, "record")).map(({ id }) => id)).toEqual([second, first]);
  });

  it("Z02 H11: other clients, colleagues and clinicians elsewhere find nothing", async () => {
    const { client, clinician, part, ask } = await world();
    const id = await ask();
    const stranger = await aPerson();
    await aLink(stranger);
    const { actor: other } = await aClient(stranger);
    await expect(lookAtOwnRequest(other, getij, id)).rejects.toThrow(NotFound);
    await expect(withdrawRequest(other, getij, "record", id)).rejects.toThrow(Conflict);
    await expect(
      askAboutPart(other, getij, { partId: part.id, kind: "statement", passage: "", wish: "x" }),
    ).rejects.toThrow(NotFound);
    await expect(lookAtOwnRequests(client, environmentOf("delinde"))).rejects.toThrow(NotFound);
    for (const one of [await aClinician("BEH-002"), await aClinician("BEH-001", "delinde")]) {
      expect(await requestsToAnswer(one, "record")).toEqual([]);
      await expect(lookAtRequest(one, "record", id)).rejects.toThrow(NotFound);
      await expect(answerAboutRecord(one, { id }, "take_up")).rejects.toThrow(NotFound);
      await expect(answerAboutRecord(one, { id }, "refuse", "x")).rejects.toThrow(NotFound);
    }
    expect((await rowOf(id)).state).toBe("submitted");
    expect((await lookAtRequest(clinician, "record", id)).wish.text).toBe("Het was eens per week.");
  });

  it("G8 K3 U03: in any order only the listed transitions happen, each with one line in the log", async () => {
    const { client, clinician, ask } = await world();
    const run = {
      take_up: (id: string) => answerAboutRecord(clinician, { id }, "take_up"),
      extend: (id: string) => answerAboutRecord(clinician, { id }, "extend", "x"),
      grant: (id: string) => answerAboutRecord(clinician, { id }, "grant", "x"),
      refuse: (id: string) => answerAboutRecord(clinician, { id }, "refuse", "x"),
      withdraw: (id: string) => withdrawRequest(client, getij, "record", id),
    };
    type Verb = keyof typeof run;
    const table: Record<Verb, [RecordState[], RecordState]> = {
      take_up: [["submitted"], "in_review"],
      extend: [["in_review"], "extended"],
      grant: [["in_review", "extended"], "granted"],
      refuse: [["in_review", "extended"], "refused"],
      withdraw: [["submitted", "in_review", "extended"], "withdrawn"],
    };
    const verb = fc.constantFrom<Verb>("take_up", "take_up", "extend", "grant", "refuse", "withdraw");
    await fc.assert(
      fc.asyncProperty(fc.array(verb, { minLength: 1, maxLength: 8 }), async (verbs) => {
        const id = await ask();
        for (const one of verbs) {
          const [from, to]: [string[], string] = table[one];
          const [{ state }, count] = [await rowOf(id), await db.$count(auditLog)];
          if (from.includes(state)) {
            await run[one](id);
            expect((await rowOf(id)).state).toBe(to);
            expect(await db.$count(auditLog)).toBe(count + 1);
          } else {
            await expect(run[one](id)).rejects.toThrow(Conflict);
            expect([(await rowOf(id)).state, await db.$count(auditLog)]).toEqual([state, count]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("G8: seven days before the due date the clinician is reminded, once, without a word about whom", async () => {
    const { clinician, ask } = await world();
    await ask();
    const clock = { kind: "system", name: "clock" } as const;
    setClock(new Date("2026-12-16T09:00:00+01:00"));
    await remindClinicians(clock);
    expect(await mailsTo(clinician.email)).toHaveLength(0);
    setClock(new Date("2026-12-17T09:00:00+01:00"));
    await remindClinicians(clock);
    setClock(new Date("2026-12-18T09:00:00+01:00"));
    await remindClinicians(clock);
    const mails = await mailsTo(clinician.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject + mails[0]!.text).not.toMatch(/Roos|Vermeer|week/);
  });

  it("O-46: stays as long as the record, answered or not", async () => {
    const { clinician, ask } = await world();
    const id = await ask();
    await answerAboutRecord(clinician, { id }, "take_up");
    await answerAboutRecord(clinician, { id }, "refuse", "Zo is het toen gezegd.");
    const waits = await ask("shielding");
    const clock = { kind: "system", name: "clock" } as const;
    const left = async () => (await db.select().from(clientRequests)).map((row) => row.id);
    setClock(new Date("2036-11-25T09:00:00Z"));
    await removeOldRequests(clock);
    expect(await left()).toEqual([id, waits]);
  });

  it("O-40: an answer to what the page did not show is refused", async () => {
    const { client, clinician, ask } = await world();
    const id = await ask();
    await answerAboutRecord(clinician, { id, version: 1 }, "take_up");
    await answerAboutRecord(clinician, { id, version: 2 }, "extend", "Wij vragen het na.");
    await expect(answerAboutRecord(clinician, { id, version: 2 }, "grant", "Ja.")).rejects.toThrow("state_changed");
    expect(await lookAtOwnRequest(client, getij, id)).toMatchObject({ state: "extended", answer: null });
  });
});
