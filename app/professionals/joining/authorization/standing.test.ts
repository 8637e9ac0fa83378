import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now, setClock, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { grants } from "#db/schema/practices.ts";
import { freshDatabase } from "#tests/database.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { aRequest, asSigner, clockActor, lastCode, lastToken, messages, openGood, send } from "#tests/signing-world.ts";
import { bindAuthorization } from "./bind.server.ts";
import { checkByCode, checkByFile } from "./check-document.server.ts";
import { eventsOf } from "./record-event.server.ts";
import { lapseAuthorizations, reminderSchedule, remindSigners, voidWithdrawn } from "./remind.server.ts";
import { renewSigningLink } from "./renew-link.server.ts";
import { confirmSigning } from "./signing/confirm.server.ts";
import { openedLink } from "./signing/open.server.ts";
import { startSigning } from "./signing/start.server.ts";
import { authorizationsInForce, checkSeal, signedFile } from "./standing.server.ts";
import { endAuthorization, withdrawAuthorization } from "./withdraw.server.ts";

const stranger = { kind: "stranger", address: "203.0.113.9" } as const;
let folder: string;

async function signed() {
  const request = await aRequest();
  const { authorizationId, token } = await send(request.id);
  const opened = await openGood(token);
  const shown = { version: 1, documentHash: opened.version.documentHash };
  const attempt = await findAttempt(
    "signing",
    await startSigning(opened, { ...shown, name: "van den Berghe-Özdemir" }),
  );
  await confirmSigning(opened, attempt!, { ...shown, code: await lastCode() });
  return { request, authorizationId };
}

/** Signed, approved, and an employee who may see the reports under it, signed in. */
async function working() {
  const { request, authorizationId } = await signed();
  const practice = await aPractice({ agb: "01054321" });
  const gp = await anAccount({ agb: "01012345" });
  const employee = await anAccount();
  await aMember(gp.id, practice.id, "practitioner");
  await aMember(employee.id, practice.id, "employee");
  const given = { requestId: request.id, practiceId: practice.id, accountId: gp.id };
  await transaction((tx) => bindAuthorization(tx, clockActor, given));
  await transaction(async (tx) => {
    await tx.insert(grants).values({
      id: newId(),
      accountId: employee.id,
      practiceId: practice.id,
      authorizationId,
      grantedBy: gp.id,
      reports: true,
      patientDetails: false,
      reportGroups: "all",
      startsOn: today(),
      createdAt: now(),
    });
    const facts = { requestId: "", address: "", client: "" };
    await startSession(tx, accountDoor, { ownerId: employee.id, way: "mail", facts });
  });
  const actor: AccountActor = {
    kind: "account",
    accountId: gp.id,
    sessionId: newId(),
    name: "Noor",
    email: gp.email,
    language: "nl",
    operatorRole: null,
    agb: "01012345",
    termsAccepted: true,
    factorAt: now(),
    factorKind: "sms" as const,
    practices: [],
  };
  return { authorizationId, gp, employee, practice, actor, request };
}

const open = async (accountId: string) => (await practiceRights(accountId)).some((one) => one.reports);
const liveSessions = async (id: string) =>
  (await db.select().from(doorSessions).where(eq(doorSessions.ownerId, id))).filter((row) => row.endedAt === null)
    .length;

beforeEach(async () => {
  folder = await freshDatabase();
});

describe("an authorization in force", () => {
  it("I-08: opens reports only after the approval bound it to account and practice", async () => {
    const { request, authorizationId } = await signed();
    const gp = await anAccount({ agb: "01012345" });
    const practice = await aPractice({ agb: "01054321" });
    await aMember(gp.id, practice.id, "practitioner");
    expect(await open(gp.id)).toBe(false);
    const given = { requestId: request.id, practiceId: practice.id, accountId: gp.id };
    await transaction((tx) => bindAuthorization(tx, clockActor, given));
    expect(await open(gp.id)).toBe(true);
    expect((await authorizationsInForce(gp.id)).map((one) => one.id)).toEqual([authorizationId]);
  });

  it("I-08: what was not signed cannot be bound", async () => {
    const request = await aRequest();
    await send(request.id);
    const given = { requestId: request.id, practiceId: newId(), accountId: newId() };
    await expect(transaction((tx) => bindAuthorization(tx, clockActor, given))).rejects.toThrow("not_signed");
  });

  it("Z02 S05: withdrawn by its practitioner it falls at once, grants and sessions under it too; all hear of it", async () => {
    const { authorizationId, gp, employee, actor } = await working();
    expect([await open(gp.id), await open(employee.id), await liveSessions(employee.id)]).toEqual([true, true, 1]);
    await withdrawAuthorization(actor, authorizationId, "Andere praktijk");
    expect([await open(gp.id), await open(employee.id), await liveSessions(employee.id)]).toEqual([false, false, 0]);
    expect(await authorizationsInForce(gp.id)).toEqual([]);
    expect((await messages()).find((mail) => mail.kind === "authorization_fallen")?.to).toBe(gp.email);
    await expect(withdrawAuthorization(actor, authorizationId, "")).rejects.toThrow("not_in_force");
  });

  it("Z02: nobody withdraws somebody else's", async () => {
    const { authorizationId, gp, actor } = await working();
    await expect(withdrawAuthorization({ ...actor, accountId: newId() }, authorizationId, "x")).rejects.toThrow(
      "not_found",
    );
    expect(await open(gp.id)).toBe(true);
  });

  it("Z02: ended when its ground falls away", async () => {
    const { authorizationId, gp } = await working();
    await transaction((tx) => endAuthorization(tx, clockActor, authorizationId, "agb_ended"));
    expect(await open(gp.id)).toBe(false);
  });

  it("I-08: a newer one of the same person for the same practice supersedes the older; both stay", async () => {
    const first = await working();
    const second = await signed();
    const given = { requestId: second.request.id, practiceId: first.practice.id, accountId: first.gp.id };
    await transaction((tx) => bindAuthorization(tx, clockActor, given));
    expect((await authorizationsInForce(first.gp.id)).map((one) => one.id)).toEqual([second.authorizationId]);
    expect(await checkSeal(first.authorizationId)).toMatchObject({ valid: true });
  });
});

describe("the seal check", () => {
  it("G05: tells what is broken: a lost file, another document, changed evidence", async () => {
    const { authorizationId } = await signed();
    const [version] = await db.select().from(authorizationVersions);
    const file = path.join(folder, "files", version?.sealedFile ?? "");
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole.subarray(0, -1), Buffer.from("x")]));
    expect(await checkSeal(authorizationId)).toEqual({ valid: false, reasons: ["sealed_document_broken"] });
    writeFileSync(file, whole);
    const update = (set: Partial<typeof authorizationVersions.$inferInsert>) =>
      transaction(async (tx) => {
        await tx.update(authorizationVersions).set(set);
      });
    await update({ evidence: `${version?.evidence}A` });
    expect((await checkSeal(authorizationId)).reasons).toEqual(["evidence_broken"]);
    await update({ evidence: version?.evidence, sealedFile: version?.evidenceFile });
    expect((await checkSeal(authorizationId)).reasons).toContain("sealed_document_other");
    await update({ sealedFile: version?.sealedFile });
    expect(await checkSeal(authorizationId)).toEqual({ valid: true, reasons: [] });
  });
});

describe("the check page", () => {
  it("B12 G05: tells by code and by file whether it is genuine and still in force, and names no person", async () => {
    const { authorizationId, actor } = await working();
    const [row] = await db.select().from(authorizations).where(eq(authorizations.id, authorizationId));
    const document = (await signedFile(authorizationId, "document")).bytes;
    const typed = (row?.checkCode ?? "").toLowerCase().replaceAll("-", " ");
    const byCode = await checkByCode(stranger, typed);
    expect(byCode).toMatchObject({ found: true, standing: { state: "in_force" } });
    expect(JSON.stringify(byCode)).not.toMatch(/Berghe|01012345|oudehaven\.example/);
    expect(await checkByFile(stranger, document)).toMatchObject({
      kind: "genuine",
      part: "document",
      standing: { state: "in_force" },
    });
    const evidence = (await signedFile(authorizationId, "evidence")).bytes;
    expect(await checkByFile(stranger, evidence)).toMatchObject({ kind: "genuine", part: "evidence" });
    await withdrawAuthorization(actor, authorizationId, "klaar");
    expect(await checkByCode(stranger, typed)).toMatchObject({ standing: { state: "withdrawn" } });
    const broken = Buffer.from(document);
    broken[500]! ^= 1;
    expect(await checkByFile(stranger, broken)).toEqual({ kind: "fault", fault: "content_changed" });
  });

  it("B12: every unknown code gets the same answer, and guessing is slowed", async () => {
    const answers = await Promise.all(
      ["", "nonsense", "AAAA-AAAA-AAAA", "'; drop table"].map((code) => checkByCode(stranger, code)),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"found":false}']));
    for (let i = 0; i < 26; i++) await checkByCode(stranger, "AAAA-AAAA-AAAA");
    await expect(checkByCode(stranger, "AAAA-AAAA-AAAA")).rejects.toThrow("limited");
  });
});

describe("reminders", () => {
  // Tuesday 24 November 2026, 9:00: working days 2, 5 and 8 are 26 November, 1 and 4 December.
  const at = (moment: string) => {
    setClock(new Date(moment));
    return now();
  };

  it("B3: on working days 2, 5 and 8, once a day, in office hours only; both sides can see the schedule", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const [row] = await db.select().from(authorizations);
    expect(reminderSchedule(row!.sentAt).reminders).toEqual(["2026-11-26", "2026-12-01", "2026-12-04"]);
    const moments: [string, number][] = [
      ["2026-11-25T12:00:00Z", 0],
      ["2026-11-26T07:30:00Z", 0],
      ["2026-11-26T08:30:00Z", 1],
      ["2026-11-26T12:00:00Z", 0],
      ["2026-11-29T12:00:00Z", 0],
      ["2026-12-01T16:30:00Z", 0],
      ["2026-12-02T10:00:00Z", 1],
      ["2026-12-04T10:00:00Z", 1],
      ["2026-12-07T10:00:00Z", 0],
    ];
    for (const [moment, sent] of moments)
      expect([moment, await remindSigners(clockActor, at(moment))]).toEqual([moment, sent]);
    const mails = (await messages()).filter((mail) => mail.kind === "authorization_reminder");
    expect(mails).toHaveLength(3);
    expect((await openedLink(asSigner(token))).state).toBe("replaced");
    const fresh = await openedLink(asSigner(lastToken(await messages())));
    const lapses = reminderSchedule(row!.sentAt).lapsesAt.getTime();
    expect(fresh.state === "good" && Math.abs(fresh.expiresAt.getTime() - lapses)).toBeLessThan(5_000);
    expect((await eventsOf(authorizationId)).filter((event) => event.kind === "reminded")).toHaveLength(3);
  });

  it("B3: stop on a signature and on a withdrawn request", async () => {
    await signed();
    const other = await aRequest();
    const { token } = await send(other.id);
    const { registrationRequests } = await import("#db/schema/joining.ts");
    await transaction(async (tx) => {
      await tx.update(registrationRequests).set({ state: "withdrawn" }).where(eq(registrationRequests.id, other.id));
    });
    expect(await remindSigners(clockActor, at("2026-11-26T10:00:00Z"))).toBe(0);
    expect(await voidWithdrawn(clockActor)).toBe(1);
    expect((await openedLink(asSigner(token))).state).toBe("used");
  });

  it("O-27 U03: a document that is no longer valid, by its request or by a newer one, has its line in the log", async () => {
    const request = await aRequest();
    const first = await send(request.id);
    const second = await send(request.id);
    const { registrationRequests } = await import("#db/schema/joining.ts");
    await transaction(async (tx) => {
      await tx.update(registrationRequests).set({ state: "withdrawn" }).where(eq(registrationRequests.id, request.id));
    });
    expect(await voidWithdrawn(clockActor)).toBe(1);
    const lines = await db.select().from(auditLog).where(eq(auditLog.event, "authorization.void"));
    expect(lines.map(({ objectId, reason }) => [objectId, reason])).toEqual([
      [first.authorizationId, "replaced"],
      [second.authorizationId, "withdrawn"],
    ]);
  });

  it("B2: lapses after fourteen days, once; one button gives a new link and the request goes on", async () => {
    const request = await aRequest();
    await send(request.id);
    expect(await lapseAuthorizations(clockActor, at("2026-12-08T07:59:00Z"))).toBe(0);
    const late = at("2026-12-08T08:01:00Z");
    expect(await lapseAuthorizations(clockActor, late)).toBe(1);
    expect(await lapseAuthorizations(clockActor, late)).toBe(0);
    expect((await messages()).filter((mail) => mail.kind === "authorization_lapsed")).toHaveLength(1);
    await renewSigningLink({ kind: "stranger" }, request.id);
    expect((await openedLink(asSigner(lastToken(await messages())))).state).toBe("good");
  });
});
