import fc from "fast-check";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { askAboutPart, giveContact } from "#app/clients/requests/ask.server.ts";
import { latestRequest } from "#app/clients/requests/latest.server.ts";
import { lookAtContactRequests, lookAtOwnRequests } from "#app/clients/requests/own.server.ts";
import { lookAtPart } from "#app/clients/records/read/part.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { bsnIndex, sealBsn } from "#app/clients/records/person.server.ts";
import { ageOn } from "#app/shared/birth-date.ts";
import { now } from "#app/shared/clock.server.ts";
import { Forbidden, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import { clientAccounts, clientDrafts, clientMatches } from "#db/schema/accounts.ts";
import { people } from "#db/schema/records.ts";
import { aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { aStaffMember, accepted, lastMail, password, practice, signedUp } from "#tests/mailed-world.ts";
import { enterWithDigid } from "../digid/enter.server.ts";
import { partFromOldNumber } from "../number-changed.server.ts";
import { opensOn, ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import { lookAtAccount, lookAtAccounts } from "./accounts.server.ts";
import { acceptSignUp } from "./decide.server.ts";
import { differences } from "./differs.ts";
import { signUpWithCandidates } from "./find.server.ts";
import { shownCandidate } from "./shown.server.ts";
import { reopenAccount, undoMatch } from "./undo-match.server.ts";

const BSN = "999990019";
const RIGHT = "999990020";
const everything = { search: "", standing: null, page: 1 };
beforeEach(async () => {
  await freshDatabase();
});
const here = (given: Parameters<typeof aPerson>[0] = {}) => aPerson({ environmentId: practice.id, ...given });
const rowOf = async (id: string) => (await db.select().from(clientAccounts).where(eq(clientAccounts.id, id)))[0]!;

describe("the list of accounts", () => {
  it("M-43 shows how each account stands, paused ones with the reason, and finds by name, address and number", async () => {
    const staff = await aStaffMember();
    await signedUp({ firstName: "Wim", lastName: "Wacht", email: "wim@voorbeeld.example" });
    const grown = await here({ firstName: "Zoë", lastName: "Anders", externalId: "P-77" });
    await aClient(grown, { account: { email: "zoe@voorbeeld.example" } });
    const child = await here({ firstName: "Mira", lastName: "Bos" });
    await aClient(child);
    await transaction((tx) => tx.update(people).set({ birthDate: "2019-05-01" }).where(eq(people.id, child.id)));
    const old = await here({ firstName: "Cor", lastName: "de Cramer" });
    await aClient(old);
    await transaction((tx) =>
      tx.update(clientAccounts).set({ state: "closed" }).where(eq(clientAccounts.personId, old.id)),
    );
    await aClient(await aPerson({ firstName: "Elders", lastName: "Elders" }));
    const { rows, counts } = await lookAtAccounts(staff, everything);
    expect(rows.map(({ name, standing, door }) => [name, standing, door])).toEqual([
      ["Zoë Anders", "matched", "open"],
      ["Mira Bos", "paused", "child"],
      ["Cor de Cramer", "closed", "open"],
      ["Wim Wacht", "waiting", "open"],
    ]);
    expect(counts).toEqual({ waiting: 1, paused: 1, matched: 1, refused: 0, closed: 1 });
    for (const search of ["zoe", "ZOE@voorbeeld", "p-77", "zoë anders"]) {
      const found = await lookAtAccounts(staff, { ...everything, search });
      expect(
        found.rows.map(({ name }) => name),
        search,
      ).toEqual(["Zoë Anders"]);
    }
    const paused = await lookAtAccounts(staff, { ...everything, standing: "paused" });
    expect(paused.rows.map(({ name }) => name)).toEqual(["Mira Bos"]);
  });

  it("M-43 is paged, logged about everybody shown and nobody else, and shut for others", async () => {
    const staff = await aStaffMember();
    const account = { environmentId: practice.id, state: "active" as const, firstName: "N.", createdAt: now() };
    const row = (at: number) => {
      return { ...account, id: newId(), personId: newId(), lastName: `Naam ${String(at).padStart(2, "0")}` };
    };
    await transaction(async (tx) => {
      for (let at = 0; at < 60; at++) await tx.insert(clientAccounts).values(row(at));
    });
    const last = await lookAtAccounts(staff, { ...everything, page: 99 });
    expect([last.page, last.pages, last.found, last.rows.length]).toEqual([3, 3, 60, 10]);
    expect(last.rows[0]!.name).toBe("N. Naam 50");
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "client.accounts_list"));
    expect(line).toMatchObject({ actorId: staff.accountId, organisation: practice.id });
    expect(await db.$count(auditSubjects)).toBe(last.rows.length);
    expect((await lookAtAccounts(await aStaffMember("getij"), everything)).found).toBe(0);
    const clinician = { ...staff, staff: { ...staff.staff, role: "clinician" as const } };
    await expect(lookAtAccounts(clinician, everything)).rejects.toThrow(Forbidden);
    await expect(lookAtAccount(await aStaffMember("getij"), newId())).rejects.toThrow(NotFound);
  });

  it("M-43 the day that is named to staff is the day on which the door opens", () => {
    const dates = fc
      .record({ y: fc.integer({ min: 2010, max: 2026 }), m: fc.integer({ min: 0, max: 12 }) })
      .chain(({ y, m }) =>
        fc.integer({ min: 0, max: m === 0 ? 0 : 29 }).map((d) => {
          const two = (n: number) => String(n).padStart(2, "0");
          return `${y}-${two(m)}-${two(m === 2 && d === 29 && y % 4 !== 0 ? 28 : d)}`;
        }),
      );
    fc.assert(
      fc.property(dates, (birthDate) => {
        const day = opensOn(birthDate)!;
        const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
        expect(ageOn(birthDate, day)?.least).toBe(12);
        expect(ownDoorAt(birthDate, day, false)).toBe("open");
        expect(ownDoorAt(birthDate, before, false)).not.toBe("open");
      }),
    );
  });
});

describe("matching", () => {
  it("M-44 what differs from the record is asked point by point; without that check nothing is linked", async () => {
    const staff = await aStaffMember();
    const account = await signedUp();
    const person = await here({
      firstName: "Rosalie",
      birthDate: "1984-03-00",
      contact: { email: "ander@voorbeeld.example" },
    });
    const { candidates } = await signUpWithCandidates(staff, account.id);
    const shown = shownCandidate(candidates[0]!, account);
    expect(shown).toMatchObject({
      personId: person.id,
      differs: ["name", "birth_date", "email"],
      age: "42",
      rule: "own",
    });
    await expect(acceptSignUp(staff, { id: account.id }, person.id)).rejects.toMatchObject({
      fields: { checked: "unchecked" },
    });
    await expect(acceptSignUp(staff, { id: account.id }, person.id, ["name", "email"])).rejects.toThrow("invalid");
    expect(await rowOf(account.id)).toMatchObject({ state: "signed_up", personId: null });
    await acceptSignUp(staff, { id: account.id }, person.id, ["name", "birth_date", "email"]);
    expect(await rowOf(account.id)).toMatchObject({ state: "terms_pending", personId: person.id });
  });

  it("M-44 a record without an address is asked about too; an exact one asks nothing", async () => {
    const staff = await aStaffMember();
    const account = await signedUp();
    const bare = await here({ contact: { email: null } });
    await expect(acceptSignUp(staff, { id: account.id }, bare.id)).rejects.toThrow("invalid");
    const exact = await here();
    await acceptSignUp(staff, { id: account.id }, exact.id);
    expect((await rowOf(account.id)).personId).toBe(exact.id);
  });

  it("M-44 age and rule stand at each match: under 12 refused, 12 to 15 by own will, of age unknown by a proof", async () => {
    const rule = async (birthDate: string) => {
      const staff = await aStaffMember();
      const account = await signedUp({ email: `${birthDate}@voorbeeld.example` });
      await transaction((tx) => tx.update(clientAccounts).set({ birthDate }).where(eq(clientAccounts.id, account.id)));
      await here({ birthDate });
      const { candidates } = await signUpWithCandidates(staff, account.id);
      const { age, rule: found } = shownCandidate(candidates[0]!, account);
      return [age, found];
    };
    expect(await rule("2015-06-01")).toEqual(["11", "child"]);
    expect(await rule("2014-06-01")).toEqual(["12", "young"]);
    expect(await rule("2010-11-25")).toEqual(["15", "young"]);
    expect(await rule("2010-11-24")).toEqual(["16", "own"]);
  });

  it("M-44 the receipt says what was matched by whom and when, and stays when the match is undone", async () => {
    const { account, person } = await accepted({ email: "ander@voorbeeld.example" });
    const staff = await aStaffMember();
    const before = await lookAtAccount(staff, account.id);
    expect(before.receipts).toEqual([
      expect.objectContaining({
        matchedByName: "Noor Waterman",
        matchedAt: expect.any(Date) as Date,
        checked: ["email"],
        person: { name: "Roos Vermeer", birthDate: person.birthDate, number: person.externalId },
        undoneAt: null,
      }),
    ]);
    await undoMatch(staff, { id: account.id }, { reason: "Verkeerde Roos", after: "queue" });
    const after = await lookAtAccount(staff, account.id);
    expect(after).toMatchObject({ person: null, standing: "waiting" });
    expect(after.receipts[0]).toMatchObject({ id: before.receipts[0]!.id, undoneByName: "Noor Waterman" });
    expect(JSON.stringify(await db.select().from(clientMatches))).not.toContain("Verkeerde Roos");
  });
});

it("O-85: staff reads what became of an account, and nothing of how its owner signs in or of who looked", async () => {
  const { account } = await accepted();
  const staff = await aStaffMember();
  await password(account.email ?? "");
  await undoMatch(staff, { id: account.id }, { reason: "Verkeerde Roos", after: "queue" });
  await lookAtAccount(staff, account.id);
  const { course } = await lookAtAccount(staff, account.id);
  expect(course.map(({ nl }) => nl)).toEqual([
    "Iemand meldde zich aan",
    "Noor Waterman nam een aanmelding aan",
    "Noor Waterman maakte een aanmelding los van een dossier",
  ]);
  expect((await signUpWithCandidates(staff, account.id)).course).toEqual(course);
});

describe("undoing a wrong match", () => {
  const ROOS = "roos@voorbeeld.example";
  const cookied = (cookie: string) => new Request("http://localhost/mijn/delinde", { headers: { cookie } });

  it("M-45 the account loses the record at the next request, waits in the queue, and its owner is told neutrally", async () => {
    const { account: signed, person } = await accepted();
    const staff = await aStaffMember();
    const { cookie } = await sessionOf(signed.id, person.id);
    await transaction((tx) =>
      tx
        .insert(clientDrafts)
        .values({ id: newId(), accountId: signed.id, place: "request:x", fields: "s", savedAt: now() }),
    );
    expect(await clientVisitor(cookied(cookie), practice)).not.toBeNull();
    await undoMatch(staff, { id: signed.id }, { reason: "Naamgenoot", after: "queue" });
    expect(await clientVisitor(cookied(cookie), practice)).toBeNull();
    expect(await rowOf(signed.id)).toMatchObject({ state: "signed_up", personId: null, acceptedTerms: null });
    expect(await db.$count(clientDrafts)).toBe(0);
    const mail = await lastMail(ROOS);
    expect(mail.subject).toBe("Over uw account");
    for (const said of [practice.name, "Naamgenoot", person.externalId]) expect(mail.text).not.toContain(said);
    expect(await password(ROOS)).toEqual({ refused: "wrong" });
    const lines = await db.select().from(auditLog).where(eq(auditLog.event, "client.undo_match"));
    expect(lines.map(({ objectId, subjectId, actorId }) => [objectId, subjectId, actorId])).toEqual([
      [signed.id, person.id, staff.accountId],
    ]);
    const right = await here({ externalId: "P-juist" });
    await acceptSignUp(staff, { id: signed.id }, right.id, differences);
    expect((await rowOf(signed.id)).personId).toBe(right.id);
    await expect(
      undoMatch(await aStaffMember("getij"), { id: signed.id }, { reason: "x", after: "queue" }),
    ).rejects.toThrow(NotFound);
  });

  it("M-45 closed for good: signing up anew is the way on; two colleagues undo once", async () => {
    const { account } = await accepted();
    const staff = await aStaffMember();
    const both = await Promise.allSettled([
      undoMatch(staff, { id: account.id }, { reason: "a", after: "close" }),
      undoMatch(await aStaffMember(), { id: account.id }, { reason: "b", after: "queue" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    if ((await rowOf(account.id)).state === "closed") {
      const again = await signedUp();
      expect(again).toMatchObject({ state: "signed_up", personId: null });
      await expect(reopenAccount(staff, { id: account.id })).rejects.toThrow("state_changed");
    }
  });

  it("M-45 an account that only DigiD opens is shut, does not come in anew by the same number, and staff may reopen", async () => {
    const { stranger } = await import("#tests/mailed-world.ts");
    const person = await here({ bsn: BSN });
    const { account } = await aClient(person);
    const staff = await aStaffMember();
    await expect(undoMatch(staff, { id: account.id }, { reason: "x", after: "queue" })).rejects.toThrow(
      "state_changed",
    );
    await undoMatch(staff, { id: account.id }, { reason: "Verkeerd nummer", after: "close" });
    const proof = { bsn: BSN, level: 25, authenticatedAt: now() };
    expect(await enterWithDigid(stranger, practice, proof, null)).toEqual({ kind: "closed" });
    expect((await lookAtAccount(staff, account.id)).standing).toBe("closed");
    await reopenAccount(staff, { id: account.id });
    expect((await enterWithDigid(stranger, practice, proof, null)).kind).toBe("in");
  });

  it("M-49 a number that showed the record of another opens no new account of it; staff lets in who was right after all", async () => {
    const { stranger } = await import("#tests/mailed-world.ts");
    const staff = await aStaffMember();
    const proof = () => ({ bsn: BSN, level: 25, authenticatedAt: now() });
    for (const after of ["queue", "close"] as const) {
      await freshDatabase();
      const { account, person } = await accepted({ email: ROOS });
      await withDigid(account.id, person.id);
      await undoMatch(staff, { id: account.id }, { reason: "Verkeerd nummer in het dossier", after });
      expect(await enterWithDigid(stranger, practice, proof(), null), after).toEqual({ kind: "closed" });
      expect(await db.$count(clientAccounts, eq(clientAccounts.personId, person.id)), after).toBe(0);
      const refused = await db.select().from(auditLog).where(eq(auditLog.reason, "wrong_person"));
      expect(refused.map(({ event, outcome, subjectId }) => [event, outcome, subjectId])).toEqual([
        ["client.sign_in", "refused", person.id],
      ]);
      const waiting = after === "queue" ? account : await signedUp();
      await acceptSignUp(staff, { id: waiting.id }, person.id, differences);
      expect(await enterWithDigid(stranger, practice, proof(), null), after).toEqual({ kind: "question" });
    }
  });

  it("M-49 whoever really has that number comes in by it once the record system says whose it is", async () => {
    const { stranger } = await import("#tests/mailed-world.ts");
    const { account, person } = await accepted({ email: ROOS });
    await withDigid(account.id, person.id);
    await undoMatch(await aStaffMember(), { id: account.id }, { reason: "Verkeerd nummer", after: "close" });
    await transaction((tx) => tx.update(people).set({ bsn: null, bsnIndex: null }).where(eq(people.id, person.id)));
    await here({ bsn: BSN, externalId: "P-juist" });
    const proof = { bsn: BSN, level: 25, authenticatedAt: now() };
    expect((await enterWithDigid(stranger, practice, proof, null)).kind).toBe("in");
  });

  it("M-45 what was asked under a wrong match is closed, and whose record it is reads nothing of it", async () => {
    const { account, person } = await accepted({ email: ROOS });
    const part = await aPart(person);
    await aLink(person);
    const { actor } = await aClient(person, { account: { email: "echt@voorbeeld.example" } });
    const wrong = { ...actor, accountId: account.id };
    const contact = { street: "Vreemde Laan 1", postcode: "", town: "", phone: "", email: "" };
    const ask = (by: typeof actor) =>
      askAboutPart(by, practice, {
        partId: part.id,
        kind: "statement",
        passage: "",
        wish: `Woorden van ${by.accountId}`,
      });
    await giveContact(wrong, practice, contact);
    await ask(wrong);
    await askAboutPart(wrong, practice, { partId: part.id, kind: "correction", passage: "", wish: "Vreemd" });
    await undoMatch(await aStaffMember(), { id: account.id }, { reason: "Naamgenoot", after: "queue" });
    await ask(actor);
    const seen = [
      await lookAtOwnRequests(actor, practice),
      await lookAtContactRequests(actor, practice),
      await latestRequest(actor, practice, null),
      await lookAtPart(actor, practice, part.id),
    ];
    expect(JSON.stringify(seen)).toContain(`Woorden van ${actor.accountId}`);
    for (const word of ["Vreemd", account.id]) expect(JSON.stringify(seen)).not.toContain(word);
    const asked = await db.select().from(clientRequests).where(eq(clientRequests.accountId, account.id));
    const states = asked.map(({ state }) => state);
    expect(states.toSorted()).toEqual(["granted", "withdrawn", "withdrawn"]);
    const events = (await db.select().from(auditLog)).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(["correction.stop", "change.stop"]));
  });

  it("M-45 an account that DigiD can no longer open is not opened again: nobody could come in, and the right one would be stopped", async () => {
    const { stranger } = await import("#tests/mailed-world.ts");
    const person = await here({ bsn: BSN });
    const { account } = await aClient(person);
    const staff = await aStaffMember();
    await undoMatch(staff, { id: account.id }, { reason: "Verkeerd nummer", after: "close" });
    const right = { bsn: sealBsn(person.id, RIGHT), bsnIndex: bsnIndex(practice.id, RIGHT) };
    await transaction(async (tx) => {
      await tx.update(people).set(right).where(eq(people.id, person.id));
      await partFromOldNumber(tx, { kind: "system", name: "import" }, practice.id, person.id);
    });
    await expect(reopenAccount(staff, { id: account.id })).rejects.toThrow("state_changed");
    const proof = { bsn: RIGHT, level: 25, authenticatedAt: now() };
    expect((await enterWithDigid(stranger, practice, proof, null)).kind).toBe("in");
  });

  it("M-45 who had closed the door of password and code has it again in the queue: no other door is left", async () => {
    const { account, person } = await accepted({ email: ROOS });
    await withDigid(account.id, person.id);
    await transaction((tx) =>
      tx.update(clientAccounts).set({ mailDoor: false }).where(eq(clientAccounts.id, account.id)),
    );
    const staff = await aStaffMember();
    await undoMatch(staff, { id: account.id }, { reason: "Naamgenoot", after: "queue" });
    const right = await here({ externalId: "P-juist" });
    await acceptSignUp(staff, { id: account.id }, right.id, differences);
    expect(await password(ROOS)).toHaveProperty("token");
  });
});

/** DigiD was linked to an account: the record of its person has the number of whoever signed in. */
async function withDigid(accountId: string, personId: string) {
  const numbered = { bsn: sealBsn(personId, BSN), bsnIndex: bsnIndex(practice.id, BSN) };
  await transaction(async (tx) => {
    await tx.update(people).set(numbered).where(eq(people.id, personId));
    const linked = { bsnIndex: numbered.bsnIndex, digidLinkedAt: now() };
    await tx.update(clientAccounts).set(linked).where(eq(clientAccounts.id, accountId));
  });
}

/** A running session of an account that was made by signing up. */
async function sessionOf(accountId: string, personId: string) {
  const { startSession } = await import("#app/platform/doors/sessions.server.ts");
  const { clientDoor } = await import("#app/platform/doors/owners/client-account.server.ts");
  const facts = { requestId: "test", address: "192.0.2.1", client: "test" };
  const account = { ...(await rowOf(accountId)), personId };
  const token = await transaction((tx) =>
    startSession(tx, clientDoor(practice.id), { ownerId: account.id, way: "mail", facts }),
  );
  return { cookie: `__Host-client-${practice.id}=${token}` };
}
