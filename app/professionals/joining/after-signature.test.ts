import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { lapseAuthorizations } from "#app/professionals/joining/authorization/remind.server.ts";
import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { accountById } from "#app/platform/doors/account.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { agbParties, authorizations, registrationRequests } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  anAgent,
  asApplicant,
  clearGates,
  entry,
  handIn,
  lastRequest,
  on,
  sentRequest,
  signedRequest,
  signRequest,
  stateOf,
  theClock,
  withRegister,
} from "#tests/registration-world.ts";
import { messages } from "#tests/signing-world.ts";
import { answerDesk } from "./answer.server.ts";
import { currentChecks, phonesIn } from "./checks.server.ts";
import { followQuestions } from "./clock/questions.server.ts";
import { progressOf } from "./progress.server.ts";
import { requestById, type RequestRow } from "./request.server.ts";
import { acceptCheck } from "./review/accept-check.server.ts";
import { approveRequest } from "./review/approve.server.ts";
import { askApplicant } from "./review/ask.server.ts";
import { recordCallBack } from "./review/record-call-back.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { sendAuthorization } from "./review/send-authorization.server.ts";
import { askToSignAgain } from "./review/sign-again.server.ts";
import { takeUp } from "./review/take-up.server.ts";
import { storyOf } from "./story.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

const DAY = 86_400_000;
const later = (days: number) => setClock(new Date(now().getTime() + days * DAY));
const REASON = "Het zegel van het document klopt niet.";
let folder: string;
let agent: AccountActor;
let request: RequestRow;

const standing = async () =>
  (await db.select().from(authorizations).where(eq(authorizations.requestId, request.id))).map((one) => one.state);
const told = async (kind: string) => (await messages()).filter((mail) => mail.kind === kind).at(-1);
const approve = async () => approveRequest(agent, await on(request.id));
const ask = async (field: "other" | "ownEmail" | "lastName" | "mobile" = "other") =>
  askApplicant(agent, await on(request.id), { field, question: "Klopt dit nog?" });
const answer = async (typed: string) => answerDesk(asApplicant(await requestById(request.id)), typed);

/** What the register says of the practitioner from now on. */
async function inRegister(change: Partial<typeof agbParties.$inferInsert>) {
  await transaction(async (tx) => {
    await tx.update(agbParties).set(change).where(eq(agbParties.agb, entry.agbPractitioner));
  });
}

beforeEach(async () => {
  folder = await freshDatabase();
  await withRegister();
  agent = await anAgent();
  request = await signedRequest(agent);
});

describe("a check that fails between the signature and the approval", () => {
  it("M-84: the AGB registration ended meanwhile: nothing is approved, and the desk can ask, try again or turn down", async () => {
    await inRegister({ endsOn: "2026-11-20" });
    expect(await approve()).toEqual({ done: false, why: "checks_changed" });
    await ask();
    expect(await stateOf(request.id)).toBe("info_requested");
    expect(await told("request_asked")).toBeDefined();
    await answer("De inschrijving wordt hersteld.");
    expect([await stateOf(request.id), await standing()]).toEqual(["signed", ["in_force"]]);
    await inRegister({ endsOn: null });
    await refreshChecks(agent, await on(request.id));
    expect(await approve()).toMatchObject({ done: true });
  });

  it("M-84: a check that does not pass any more is judged with a reason, after which it is approved", async () => {
    await inRegister({ qualifications: [] });
    await approve();
    for (const row of await currentChecks(request.id))
      if (row.outcome !== "pass")
        await acceptCheck(agent, await on(request.id), { rule: row.rule, reason: "Gebeld met het register." });
    expect(await approve()).toMatchObject({ done: true });
  });

  it("M-84: the promise stands still while the practitioner is asked, and moves on by the days that took", async () => {
    expect(request.promiseOn).toBe("2026-12-03");
    await ask();
    later(3);
    expect((await progressOf(await requestById(request.id))).question).toMatchObject({ field: "other" });
    await answer("Ja, dat klopt.");
    expect((await requestById(request.id)).promiseOn).toBe("2026-12-08");
  });

  it("M-84: an answer that says what stood there keeps the signature; another one ends it and the checks start again", async () => {
    await ask("ownEmail");
    await answer(entry.ownEmail);
    expect([await stateOf(request.id), await standing()]).toEqual(["signed", ["in_force"]]);
    await ask("mobile");
    await answer("06 12 34 56 78");
    expect(await stateOf(request.id)).toBe("signed");
    await ask("lastName");
    await answer("Berg");
    const after = await requestById(request.id);
    expect(after).toMatchObject({ state: "in_review", signedAt: null, promiseOn: null, lastName: "Berg" });
    expect(await standing()).toEqual(["superseded"]);
    expect((await currentChecks(request.id)).map((row) => row.rule)).not.toContain("call_back");
    // From there the ordinary way leads to a new signature.
    await clearGates(agent, request.id);
    await sendAuthorization(agent, await on(request.id));
    await signRequest(request.id);
    expect(await approve()).toMatchObject({ done: true });
    expect((await standing()).sort()).toEqual(["in_force", "superseded"]);
  });

  it("M-84: turned down after the signature the authorization ends, and the reason is told with it", async () => {
    await rejectRequest(agent, await on(request.id), "De inschrijving is beëindigd.");
    expect([await stateOf(request.id), await standing()]).toEqual(["rejected", ["ended"]]);
    const mail = await told("request_rejected");
    expect(mail?.text).toContain("De inschrijving is beëindigd.");
    expect(mail?.text).toContain("beëindigd. Zij heeft geen toegang gegeven");
    const progress = await progressOf(await requestById(request.id));
    expect(progress.reason).toBe("De inschrijving is beëindigd.");
    // Nothing comes any more, so no day is promised.
    expect([progress.promiseOn, progress.targetOn]).toEqual([null, null]);
    // The mail said that the document stays on this page.
    expect(progress.signed).toMatchObject({ inForce: false });
  });

  it("M-84: a broken seal is signed anew, with the reason, on a document of its own", async () => {
    for (const file of sealedFiles(folder)) writeFileSync(file, "kapot");
    expect(await approve()).toEqual({ done: false, why: "seal_broken" });
    await expect(askToSignAgain(agent, await on(request.id), "kort")).rejects.toThrow();
    await askToSignAgain(agent, await on(request.id), REASON);
    expect([await stateOf(request.id), await standing()]).toEqual(["in_review", ["superseded"]]);
    expect((await told("request_sign_again"))?.text).toContain(REASON);
    expect((await storyOf(request.id)).at(-1)).toMatchObject({
      kind: "asked_to_sign_again",
      note: REASON,
      shown: true,
    });
    await sendAuthorization(agent, await on(request.id));
    await signRequest(request.id);
    expect(await approve()).toMatchObject({ done: true });
  });

  it("M-84: without a mobile signing anew asks for a new call first: the code of before was used up by the signature", async () => {
    const id = request.id;
    // Signed with the code that was read out: that one is gone.
    await transaction(async (tx) => {
      await tx.update(registrationRequests).set({ mobile: null }).where(eq(registrationRequests.id, id));
    });
    await askToSignAgain(agent, await on(id), REASON);
    await expect(sendAuthorization(agent, await on(id))).rejects.toThrow("gates_open");
    const [phone = ""] = phonesIn(await currentChecks(id));
    const call = { phone, person: "Mevrouw Postma", outcome: "confirmed" } as const;
    expect(await recordCallBack(agent, await on(id), call)).toMatch(/^\d{4} \d{4}$/);
    await sendAuthorization(agent, await on(id));
    expect(await stateOf(id)).toBe("authorization_sent");
  });

  it("M-84: a question after the signature that nobody answers closes the request, and the authorization with it", async () => {
    await ask();
    later(40);
    await followQuestions(theClock);
    expect([await stateOf(request.id), await standing()]).toEqual(["expired", ["ended"]]);
    expect(await progressOf(await requestById(request.id))).toMatchObject({ canRenew: false });
  });

  it("M-84: until the approval the applicant takes it back, signed or not; what was signed falls at once", async () => {
    await withdrawRequest(asApplicant(await requestById(request.id)));
    expect([await stateOf(request.id), await standing()]).toEqual(["withdrawn", ["withdrawn"]]);
    await expect(approve()).rejects.toThrow("request_moved");
  });

  it("M-84: a link to sign that lapsed is mailed anew by the applicant, from the status page", async () => {
    const other = { agbPractitioner: "01012409", agbPractice: "01054364", firstName: "Tineke", lastName: "Scholten" };
    const { id } = await sentRequest(agent, { ...other, ownEmail: "tineke@dees.example" });
    later(15);
    await lapseAuthorizations(theClock, now());
    expect(await progressOf(await requestById(id))).toMatchObject({ state: "expired", canRenew: true });
    await renewSigningLink(asApplicant(await requestById(id)), id);
    expect(await stateOf(id)).toBe("authorization_sent");
    await signRequest(id);
    expect(await stateOf(id)).toBe("signed");
  });
});

describe("two practitioners on one address", () => {
  const piet = {
    agbPractitioner: "01023456",
    firstName: "Piet",
    lastName: "Jansen",
    ownEmail: "",
    mobile: "0687654321",
  };

  it("M-85: the second hears it at the start, and goes on with an own address", async () => {
    await handIn({
      ...piet,
      agbPractitioner: "01098765",
      practiceEmail: "samen@delinde.example",
      practiceEmailAgain: "samen@delinde.example",
    });
    await handIn({ ...piet, practiceEmail: "samen@delinde.example", practiceEmailAgain: "samen@delinde.example" });
    const second = await lastRequest();
    const check = async () => (await currentChecks(second.id)).find((row) => row.rule === "sign_in_address");
    expect(await check()).toMatchObject({ outcome: "fail", evidence: { why: "also_asked" } });
    request = second;
    await takeUp(agent, await on(second.id));
    await ask("ownEmail");
    await answer("piet@delinde.example");
    expect(await check()).toMatchObject({ outcome: "pass" });
  });

  it("M-85: taken after the signature, the practitioner is asked for an own address, signs again, and nobody shares an account", async () => {
    const holder = await transaction((tx) =>
      inviteAccount(tx, theClock, {
        firstName: "Ria",
        lastName: "Balie",
        email: entry.ownEmail,
        mobile: "+31611111111",
        language: "nl",
        agb: null,
        practiceName: "De Linde",
      }),
    );
    expect(await approve()).toEqual({ done: false, why: "checks_changed" });
    await ask("ownEmail");
    await answer("anna.vandenberg@delinde.example");
    expect([await stateOf(request.id), await standing()]).toEqual(["in_review", ["superseded"]]);
    await clearGates(agent, request.id);
    await sendAuthorization(agent, await on(request.id));
    await signRequest(request.id);
    expect(await approve()).toMatchObject({ done: true });
    const { accountId } = await requestById(request.id);
    expect(accountId).not.toBe(holder.accountId);
    expect(await accountById(accountId!)).toMatchObject({
      email: "anna.vandenberg@delinde.example",
      agb: entry.agbPractitioner,
    });
    expect(await practiceRights(holder.accountId)).toEqual([]);
  });
});

/** Files of the store that are bigger than any picture of ours: the documents. */
function sealedFiles(root: string): string[] {
  return readdirSync(path.join(root, "files"), { recursive: true })
    .map((one) => path.join(root, "files", String(one)))
    .filter((file) => statSync(file).isFile());
}
