import { and, desc, eq } from "drizzle-orm";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { openedLink } from "#app/professionals/joining/authorization/signing/open.server.ts";
import { confirmSigning } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { currentChecks, missingGates, neverAccepted, phonesIn } from "#app/professionals/joining/checks.server.ts";
import { connectedForm, unconnectedForm } from "#app/professionals/joining/form.ts";
import { requestById } from "#app/professionals/joining/request.server.ts";
import { acceptCheck } from "#app/professionals/joining/review/accept-check.server.ts";
import { approveRequest } from "#app/professionals/joining/review/approve.server.ts";
import { recordCallBack } from "#app/professionals/joining/review/record-call-back.server.ts";
import { sendAuthorization } from "#app/professionals/joining/review/send-authorization.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import { findDraft, startDraft } from "#app/professionals/joining/start-draft.server.ts";
import { submitRequest } from "#app/professionals/joining/submit.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { db } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { actorOf, activate } from "./people.ts";
import { codeIn, lastTo, tokenIn } from "./messages.ts";

export type Applicant = {
  agbPractitioner: string;
  agbPractice: string;
  firstName: string;
  lastName: string;
  practiceEmail: string;
  ownEmail?: string;
  mobile?: string;
  careGroups?: string[];
  recordSystem?: string;
};

let address = 0;

/** Hands in a registration as the form does; returns its id. */
export async function handIn(applicant: Applicant): Promise<string> {
  const { recordSystem, ...given } = applicant;
  address += 1;
  const somebody = { kind: "stranger", address: `198.51.${address}.7` } as const;
  const more = { ownEmail: "", mobile: "06", careGroups: ["zg-waterland"], otherCareGroup: "" };
  const typed = { ...more, ...given, practiceEmailAgain: given.practiceEmail };
  const connected = !recordSystem;
  const entered = connected
    ? connectedForm.parse(typed)
    : unconnectedForm.parse({ ...typed, recordSystem, agreesToConnect: "yes" });
  const draft = await findDraft(await startDraft(somebody, connected));
  if (!draft) throw new Error("the draft was not kept");
  await submitRequest(somebody, { draftId: draft.id, connected, entered, language: "nl" });
  const pair = and(
    eq(registrationRequests.agbPractitioner, given.agbPractitioner),
    eq(registrationRequests.agbPractice, given.agbPractice),
  );
  const newest = desc(registrationRequests.id);
  const [row] = await db.select({ id: registrationRequests.id }).from(registrationRequests).where(pair).orderBy(newest);
  if (!row) throw new Error(`the request of ${given.lastName} was not kept`);
  return row.id;
}

/** A request as it is now, for a decision on its version. */
export const on = async (id: string) => ({ requestId: id, version: (await requestById(id)).version });

/** Takes a request up, calls back and judges what is open, until the authorization can go. */
export async function review(agent: AccountActor, id: string): Promise<void> {
  await takeUp(agent, await on(id));
  const [phone = ""] = phonesIn(await currentChecks(id));
  await recordCallBack(agent, await on(id), { phone, person: "Mevrouw Postma", outcome: "confirmed" });
  for (const rule of missingGates(await requestById(id), await currentChecks(id))) {
    if (neverAccepted.includes(rule)) continue;
    await acceptCheck(agent, await on(id), { rule, reason: "Nagevraagd bij de praktijk, het klopt." });
  }
}

/** A request with its authorization out for signing. */
export async function sent(agent: AccountActor, applicant: Applicant): Promise<string> {
  const id = await handIn(applicant);
  await review(agent, id);
  await sendAuthorization(agent, await on(id));
  return id;
}

/** A request with a signed and sealed authorization. */
export async function signed(agent: AccountActor, applicant: Applicant & { mobile: string }): Promise<string> {
  const id = await sent(agent, applicant);
  const token = tokenIn(await lastTo(applicant.practiceEmail), "m");
  const page = new Request("http://localhost/machtiging", { headers: { cookie: `__Host-signing=${token}` } });
  const opened = await openedLink(page);
  if (opened.state !== "good") throw new Error(`the signing link is ${opened.state}`);
  const shown = { version: opened.version.version, documentHash: opened.version.documentHash };
  const attemptToken = await startSigning(opened, { ...shown, name: `${applicant.firstName} ${applicant.lastName}` });
  const attempt = await findAttempt("signing", attemptToken);
  if (!attempt) throw new Error("the attempt to sign was not kept");
  const code = codeIn(await lastTo(e164(applicant.mobile)));
  const answer = await confirmSigning(opened, attempt, { ...shown, code });
  if (answer.outcome !== "signed") throw new Error(`signing ended as ${answer.outcome}`);
  return id;
}

const e164 = (mobile: string) => mobile.replace(/^0/, "+31");

/** A practitioner who has come all the way: registered, signed, approved and activated. */
export async function practitioner(
  agent: AccountActor,
  applicant: Applicant & { mobile: string; ownEmail: string },
  listedAs: { role: string; practice: string },
): Promise<AccountActor> {
  const id = await signed(agent, applicant);
  const approval = await approveRequest(agent, await on(id));
  if (!approval.done) throw new Error(`${applicant.lastName} was not approved: ${approval.why}`);
  const { accountId } = await requestById(id);
  if (!accountId) throw new Error(`${applicant.lastName} has no account`);
  await activate(accountId, { ...listedAs, mobile: e164(applicant.mobile), handover: null });
  return actorOf(accountId);
}
