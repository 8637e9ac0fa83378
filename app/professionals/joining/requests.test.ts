import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmSigning } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { Conflict, Forbidden, Invalid, Limited } from "#app/shared/errors.ts";
import { now, setClock, today } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { accounts } from "#db/schema/doors.ts";
import { connections, memberships, practices } from "#db/schema/practices.ts";
import { drafts, registrationRequests } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount } from "#tests/factories.ts";
import {
  anAgent,
  asApplicant,
  clearGates,
  entry,
  handIn,
  lastRequest,
  on,
  sentRequest,
  somebody,
  stateOf,
  theClock,
  theSigner,
  withRegister,
} from "#tests/registration-world.ts";
import { lastCode, lastToken, messages, openGood } from "#tests/signing-world.ts";
import { readRegisterFile } from "./agb/file.ts";
import { replaceRegister } from "./agb/replace.server.ts";
import { answerDesk } from "./answer.server.ts";
import { currentChecks, missingGates } from "./checks.server.ts";
import { elapsedShare, escalateRequests } from "./clock/escalate.server.ts";
import { followQuestions } from "./clock/questions.server.ts";
import { removeOldRequests } from "./clock/remove-old.server.ts";
import { connectedForm } from "./form.ts";
import { backToReview } from "./outcome.server.ts";
import { acceptCheck } from "./review/accept-check.server.ts";
import { approveRequest } from "./review/approve.server.ts";
import { askApplicant } from "./review/ask.server.ts";
import { recordCallBack } from "./review/record-call-back.server.ts";
import { recheckChanged } from "./review/refresh-checks.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { sendAuthorization } from "./review/send-authorization.server.ts";
import { takeUp } from "./review/take-up.server.ts";
import { requestById } from "./request.server.ts";
import { completeDraft, findDraft, removeOldDrafts, saveDraft, startDraft, wasHandedIn } from "./start-draft.server.ts";
import { storyOf } from "./story.server.ts";
import { submitRequest } from "./submit.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
});

const mailed = async (kind: string) => (await messages()).filter((one) => one.kind === kind);
const count = (table: typeof registrationRequests) => db.$count(table);
const known = { phone: "0599 550 101", person: "Mevrouw Postma" };

async function sign(): Promise<void> {
  const opened = await openGood(lastToken(await messages()));
  const shown = { version: opened.version.version, documentHash: opened.version.documentHash };
  const attempt = await findAttempt(
    "signing",
    await startSigning(opened, { ...shown, name: "Anna Maria van den Berg" }),
  );
  await confirmSigning(opened, attempt!, { ...shown, code: await lastCode() });
}

describe("handing in", () => {
  it("I-03 I-06: checks run at once, the desk gets a mail without personal data, the practice a receipt with a status link", async () => {
    await handIn();
    const row = await lastRequest();
    expect(row).toMatchObject({
      state: "submitted",
      number: "R-2026-00001",
      targetOn: "2026-11-26",
      practiceName: "Huisartsenpraktijk De Linde",
    });
    expect(row.mobile).not.toContain("612345678");
    const checks = await currentChecks(row.id);
    expect(checks.filter((check) => check.outcome !== "pass").map((check) => check.rule)).toEqual(["connected"]);
    const [desk] = await mailed("desk_submitted");
    expect(desk?.to).toBe("servicedesk@zorgspiegel.example");
    for (const secret of ["Berg", "delinde", "01012345", "612345678"])
      expect(desk!.text + desk!.html).not.toContain(secret);
    const [receipt] = await mailed("request_receipt");
    expect(receipt).toMatchObject({ to: "praktijk@delinde.example" });
    expect(receipt?.text).toContain("26 november 2026");
    const token = /\/s\/([\w-]{43})/.exec(receipt!.text)![1]!;
    expect(await findLink("status", token)).toMatchObject({ state: "good", subjectId: row.id });
  });

  it("I-02: not yet connected asks for the connection in the same act", async () => {
    await handIn({}, { recordSystem: "Praktijkdossier 7" });
    expect(await lastRequest()).toMatchObject({
      connected: false,
      recordSystem: "Praktijkdossier 7",
      agreesToConnect: true,
    });
    expect(await db.select().from(connections)).toMatchObject([{ agbPractice: "01054321", state: "requested" }]);
    expect((await currentChecks((await lastRequest()).id)).map((check) => check.rule)).not.toContain("connected");
  });

  it("I-02: the claim of being connected passes when our own records agree", async () => {
    await transaction(async (tx) => {
      const row = { id: "c", agbPractice: "01054321", state: "connected" as const, changedAt: now() };
      await tx.insert(connections).values(row);
    });
    await handIn();
    expect(missingGates(await lastRequest(), await currentChecks((await lastRequest()).id))).toEqual(["call_back"]);
  });

  it("A5 A01: the same pair from the same address makes no second request: it gets the status link again, once a day", async () => {
    await handIn();
    const first = await lastRequest();
    await handIn();
    await handIn();
    expect(await count(registrationRequests)).toBe(1);
    const again = (await messages()).filter((one) => one.kind.startsWith("request_repeated"));
    expect(again.map((mail) => mail.to)).toEqual([first.practiceEmail]);
  });

  it("I-04: two GPs with one practice address are two requests", async () => {
    await handIn();
    await handIn({
      agbPractitioner: "01012346",
      firstName: "Noor",
      lastName: "Waterman",
      ownEmail: "noor@delinde.example",
    });
    expect(await count(registrationRequests)).toBe(2);
    expect((await lastRequest()).number).toBe("R-2026-00002");
  });

  it("A6: limits per AGB code hold, and nothing is made beyond them", async () => {
    for (let i = 0; i < 5; i += 1) await handIn();
    await expect(handIn()).rejects.toBeInstanceOf(Limited);
  });

  it("a draft is handed in once", async () => {
    const draft = await findDraft(await startDraft(somebody, true));
    const given = { draftId: draft!.id, connected: true, entered: connectedForm.parse(entry), language: "nl" as const };
    const twice = await Promise.allSettled([submitRequest(somebody, given), submitRequest(somebody, given)]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await count(registrationRequests)).toBe(1);
  });

  it("X03: a browser that lost the answer is told that its draft was handed in, and what it held is gone", async () => {
    const token = await startDraft(somebody, true);
    const draft = await findDraft(token);
    await completeDraft(somebody, draft!, { lastName: "van den Berg" });
    expect(await wasHandedIn(token)).toBe(false);
    const before = (await db.select().from(drafts))[0]!.content.length;
    const entered = connectedForm.parse(entry);
    await submitRequest(somebody, { draftId: draft!.id, connected: true, entered, language: "nl" });
    expect([await wasHandedIn(token), await findDraft(token)]).toEqual([true, null]);
    await saveDraft(draft!, { entry: { lastName: "van den Berg" } });
    expect((await db.select().from(drafts))[0]!.content.length).toBeLessThan(before);
    expect(await wasHandedIn("x".repeat(43))).toBe(false);
  });

  it("A1: a draft is sealed, belongs to its browser and goes after fourteen days", async () => {
    const token = await startDraft(somebody, true);
    expect(await findDraft("x".repeat(43))).toBeNull();
    setClock(new Date("2026-12-08T10:00:00Z"));
    expect(await findDraft(token)).toBeNull();
    expect(await removeOldDrafts(now())).toBe(1);
    expect(await db.$count(drafts)).toBe(0);
  });

  it.each([
    "a@b.example\r\nBcc: x@y.example",
    "a@b.example,x@y.example",
    '"a b"@c.example',
    "Naam <a@b.example>",
    "a@b.example\u2028x",
  ])("L05: the address %j is refused", (practiceEmail) => {
    const parsed = connectedForm.safeParse({ ...entry, practiceEmail, practiceEmailAgain: practiceEmail });
    expect(parsed.success).toBe(false);
  });

  it("L05: names with signs that do not belong in them are refused", () => {
    for (const firstName of ["A\r\nB", "<b>", "a@b", "http://x"])
      expect(connectedForm.safeParse({ ...entry, firstName }).success).toBe(false);
  });
});

describe("review", () => {
  it("I-05 D5: the authorization waits for every gate, the call-back is on a number of the register and cannot be waved through", async () => {
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await expect(sendAuthorization(agent, await on(id))).rejects.toThrow("gates_open");
    await acceptCheck(agent, await on(id), { rule: "connected", reason: "Staat in de lijst van het netwerk." });
    await expect(acceptCheck(agent, await on(id), { rule: "call_back", reason: "Ken ik goed" })).rejects.toBeInstanceOf(
      Conflict,
    );
    const typedNumber = { phone: "0612345678", person: "Anna", outcome: "confirmed" as const };
    await expect(recordCallBack(agent, await on(id), typedNumber)).rejects.toBeInstanceOf(Invalid);
    await recordCallBack(agent, await on(id), { ...known, person: "", outcome: "not_reached" });
    await expect(sendAuthorization(agent, await on(id))).rejects.toThrow("gates_open");
    await recordCallBack(agent, await on(id), { ...known, outcome: "denied" });
    await expect(sendAuthorization(agent, await on(id))).rejects.toThrow("gates_open");
    expect(await recordCallBack(agent, await on(id), { ...known, outcome: "confirmed" })).toBeNull();
    await sendAuthorization(agent, await on(id));
    expect(await stateOf(id)).toBe("authorization_sent");
    expect((await mailed("authorization")).map((mail) => mail.to)).toEqual(["praktijk@delinde.example"]);
  });

  it("I-05: without a number in the register there is no call-back, and so no authorization", async () => {
    const agent = await anAgent();
    await handIn({ agbPractitioner: "01020015", agbPractice: "01054351", firstName: "Vera", lastName: "Stil" });
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await expect(recordCallBack(agent, await on(id), { ...known, outcome: "confirmed" })).rejects.toBeInstanceOf(
      Invalid,
    );
  });

  it("I-05: a signer without a mobile gets a code read out in the call", async () => {
    const agent = await anAgent();
    await handIn({ mobile: "06" });
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    expect(await recordCallBack(agent, await on(id), { ...known, outcome: "confirmed" })).toMatch(/^\d{4} \d{4}$/);
  });

  it("D4: two agents never both decide: the second is refused, and nothing of it stays", async () => {
    const [first, second] = [await anAgent(), await anAgent("Lies Prins")];
    await handIn();
    const { id } = await lastRequest();
    await takeUp(first, await on(id));
    const seen = await on(id);
    const both = await Promise.allSettled([
      rejectRequest(first, seen, "De code hoort bij een ander."),
      askApplicant(second, seen, { field: "other", question: "Bent u nog waarnemer?" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(rejectRequest(second, seen, "Nog een keer, te laat.")).rejects.toThrow("request_changed");
    expect([(await mailed("request_rejected")).length, (await mailed("request_asked")).length].sort()).toEqual([0, 1]);
  });

  it("Z01: only the desk decides", async () => {
    const outsider = { ...(await anAgent()), operatorRole: "data_manager" as const };
    await handIn();
    const at = await on((await lastRequest()).id);
    for (const attempt of [
      takeUp(outsider, at),
      rejectRequest(outsider, at, "Zomaar afgewezen."),
      sendAuthorization(outsider, at),
      approveRequest(outsider, at),
    ])
      await expect(attempt).rejects.toBeInstanceOf(Forbidden);
  });

  it("D13: a question goes out, its answer is the new value and every check starts again", async () => {
    const agent = await anAgent();
    await handIn({ lastName: "Bergen" });
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await recordCallBack(agent, await on(id), { ...known, outcome: "confirmed" });
    await askApplicant(agent, await on(id), { field: "lastName", question: "Hoe staat uw naam in het register?" });
    expect((await mailed("request_asked"))[0]?.text).toContain("Hoe staat uw naam in het register?");
    const applicant = asApplicant(await requestById(id));
    await expect(answerDesk(applicant, "<b>")).rejects.toBeInstanceOf(Invalid);
    await answerDesk(applicant, "van den Berg");
    expect(await requestById(id)).toMatchObject({ state: "in_review", lastName: "van den Berg" });
    expect(missingGates(await requestById(id), await currentChecks(id))).toEqual(["connected", "call_back"]);
    expect(await mailed("desk_answered")).toHaveLength(1);
    await expect(answerDesk(applicant, "nog eens")).rejects.toBeInstanceOf(Conflict);
  });

  it("D13: a free answer leaves the checks as they were", async () => {
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await clearGates(agent, id);
    await askApplicant(agent, await on(id), { field: "other", question: "Werkt u ook elders?" });
    await answerDesk(asApplicant(await requestById(id)), "Nee");
    expect(missingGates(await requestById(id), await currentChecks(id))).toEqual([]);
  });

  it("D13: unanswered, it is repeated after five working days and closed after twenty", async () => {
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await askApplicant(agent, await on(id), { field: "other", question: "Werkt u ook elders?" });
    const run = async (day: string) => {
      setClock(new Date(`${day}T09:00:00Z`));
      return followQuestions(theClock);
    };
    expect(await run("2026-11-30")).toBe(0);
    expect([await run("2026-12-01"), await run("2026-12-02")]).toEqual([1, 0]);
    expect(await mailed("request_info_reminder")).toHaveLength(1);
    expect(await run("2026-12-22")).toBe(0);
    expect(await run("2026-12-23")).toBe(1);
    expect(await stateOf(id)).toBe("expired");
  });

  it("I-05: rejected with the reason told by mail; withdrawn by the applicant", async () => {
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await expect(rejectRequest(agent, await on(id), " ")).rejects.toBeInstanceOf(Invalid);
    await rejectRequest(agent, await on(id), "De praktijk kent u niet.");
    expect((await mailed("request_rejected"))[0]?.text).toContain("De praktijk kent u niet.");
    await handIn();
    const next = await lastRequest();
    await withdrawRequest(asApplicant(next));
    expect([await stateOf(id), await stateOf(next.id)]).toEqual(["rejected", "withdrawn"]);
    await expect(withdrawRequest(asApplicant(next))).rejects.toBeInstanceOf(Conflict);
  });

  it("B6: data the signer changed bring the request back and make every check anew", async () => {
    const agent = await anAgent();
    const { id } = await sentRequest(agent);
    await transaction((tx) =>
      backToReview(tx, theSigner(id), id, { changes: { mobile: "+31687654321" } }, "corrected"),
    );
    expect(missingGates(await requestById(id), await currentChecks(id)).length).toBeGreaterThan(10);
    expect(await recheckChanged(theClock)).toBe(1);
    expect(missingGates(await requestById(id), await currentChecks(id))).toEqual(["connected", "call_back"]);
    expect(await recheckChanged(theClock)).toBe(0);
  });
});

describe("approval", () => {
  it("I-09 I-10: practice, account, membership and authorization come together, and the activation is mailed to the own address", async () => {
    const agent = await anAgent();
    const { id } = await sentRequest(agent);
    await sign();
    expect(await requestById(id)).toMatchObject({ state: "signed", promiseOn: "2026-12-03" });
    expect(await approveRequest(agent, await on(id))).toEqual({ done: true, handoverCode: null });
    expect(await stateOf(id)).toBe("completed");
    const [account] = await db.select().from(accounts).where(eq(accounts.agb, "01012345"));
    expect(account).toMatchObject({ state: "invited", email: "anna@delinde.example" });
    expect(await db.select().from(memberships)).toMatchObject([{ accountId: account!.id, role: "practitioner" }]);
    expect(await db.select().from(practices)).toMatchObject([{ agb: "01054321", kind: "gp" }]);
    expect((await mailed("activation")).map((mail) => mail.to)).toEqual(["anna@delinde.example"]);
    await expect(approveRequest(agent, await on(id))).rejects.toBeInstanceOf(Conflict);
    await handIn();
    expect(await count(registrationRequests)).toBe(1);
    expect((await mailed("already_active")).map((mail) => mail.to)).toEqual(["anna@delinde.example"]);
  });

  it("A2: the register is asked again on the day of approval; what ended meanwhile stops it until an agent gives a reason", async () => {
    const agent = await anAgent();
    const { id } = await sentRequest(agent);
    await sign();
    const { readFileSync } = await import("node:fs");
    const ended = readFileSync("scripts/data/agb-demo.csv", "utf8").replace(
      /^(person,01012345,.*2005-01-01),,/m,
      "$1,2026-11-23,",
    );
    await replaceRegister(theClock, readRegisterFile(ended));
    expect(await approveRequest(agent, await on(id))).toEqual({ done: false, why: "checks_changed" });
    expect([await stateOf(id), await db.$count(memberships)]).toEqual(["signed", 0]);
    expect(missingGates(await requestById(id), await currentChecks(id))).toEqual(["practitioner_active"]);
    await acceptCheck(agent, await on(id), { rule: "practitioner_active", reason: "Nieuwe code is onderweg." });
    expect(await approveRequest(agent, await on(id))).toMatchObject({ done: true });
  });

  it("A17: an address with which somebody else signs in is never tied to this practitioner", async () => {
    const agent = await anAgent();
    await anAccount({ email: "anna@delinde.example", agb: "01099998" });
    await handIn();
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await clearGates(agent, id);
    expect(missingGates(await requestById(id), await currentChecks(id))).toEqual(["sign_in_address"]);
    await expect(sendAuthorization(agent, await on(id))).rejects.toThrow("gates_open");
  });

  it("I-10: under sixteen approvals at once there is one account and one activation", async () => {
    const agent = await anAgent();
    const { id } = await sentRequest(agent);
    await sign();
    const at = await on(id);
    const all = await Promise.allSettled(Array.from({ length: 16 }, () => approveRequest(agent, at)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await mailed("activation")).toHaveLength(1);
  });
});

describe("clock", () => {
  it("D9: the desk is warned once at 60 % and once at 85 %", async () => {
    await handIn();
    const run = async (at: string) => {
      setClock(new Date(at));
      return escalateRequests(theClock);
    };
    expect(await run("2026-11-25T10:00:00Z")).toBe(0);
    expect([await run("2026-11-25T22:30:00Z"), await run("2026-11-25T23:30:00Z")]).toEqual([1, 0]);
    expect([await run("2026-11-26T15:00:00Z"), await run("2026-11-27T15:00:00Z")]).toEqual([1, 0]);
    expect((await mailed("desk_target_60")).length + (await mailed("desk_target_85")).length).toBe(2);
  });

  it("D2: hours of a weekend do not count", () => {
    const friday = new Date("2026-11-20T23:00:00Z");
    expect(elapsedShare(friday, "2026-11-24", new Date("2026-11-22T22:59:00Z"))).toBe(0);
    expect(elapsedShare(friday, "2026-11-24", new Date("2026-11-23T23:00:00Z"))).toBeCloseTo(0.5, 1);
  });
});

describe("retention", () => {
  it("I-05: a rejected request goes after a year, with all that hangs on it; a running one stays", async () => {
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await rejectRequest(agent, await on(id), "De praktijk kent u niet.");
    await handIn();
    setClock(new Date("2027-11-23T10:00:00Z"));
    expect(await removeOldRequests(theClock)).toBe(0);
    setClock(new Date("2027-11-25T10:00:00Z"));
    expect(await removeOldRequests(theClock)).toBe(1);
    expect(await count(registrationRequests)).toBe(1);
    expect([(await currentChecks(id)).length, (await storyOf(id)).length]).toEqual([0, 0]);
  });
});

describe("log", () => {
  it("U03: every step leaves one line in the story and one in the log, with who did it", async () => {
    const agent = await anAgent();
    const { id } = await sentRequest(agent);
    await sign();
    await approveRequest(agent, await on(id));
    const story = await storyOf(id);
    const lines = (await db.select().from(auditLog)).filter((line) => line.objectType === "registration_request");
    expect(lines.map((line) => line.event)).toEqual(story.map((event) => `request.${event.kind}`));
    expect(story.map((event) => event.kind)).toEqual([
      "submitted",
      "taken_up",
      "called_back",
      "check_accepted",
      "authorization_sent",
      "signed",
      "checked",
      "approved",
    ]);
    expect(lines.filter((line) => line.actorId === agent.accountId)).toHaveLength(6);
    expect(today()).toBe("2026-11-24");
  });
});
