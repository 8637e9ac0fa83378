import { readFileSync } from "node:fs";
import { desc, eq } from "drizzle-orm";
import { confirmSigning } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { readRegisterFile } from "#app/professionals/joining/agb/file.ts";
import { replaceRegister } from "#app/professionals/joining/agb/replace.server.ts";
import { currentChecks, missingGates, neverAccepted, phonesIn } from "#app/professionals/joining/checks.server.ts";
import { connectedForm, unconnectedForm } from "#app/professionals/joining/form.ts";
import { requestById, type RequestRow } from "#app/professionals/joining/request.server.ts";
import { approveRequest } from "#app/professionals/joining/review/approve.server.ts";
import { acceptCheck } from "#app/professionals/joining/review/accept-check.server.ts";
import { recordCallBack } from "#app/professionals/joining/review/record-call-back.server.ts";
import { sendAuthorization } from "#app/professionals/joining/review/send-authorization.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import { findDraft, startDraft } from "#app/professionals/joining/start-draft.server.ts";
import { submitRequest } from "#app/professionals/joining/submit.server.ts";
import type { AccountActor, LinkActor, StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { anAccount } from "./factories.ts";
import { withCareGroups } from "./settings.ts";
import { lastCode, lastToken, messages, openGood } from "./signing-world.ts";

export const somebody: StrangerActor = { kind: "stranger", address: "203.0.113.7" };
export const theClock = { kind: "system", name: "clock" } as const;

/** Whoever opened the link to sign. */
export const theSigner = (id: string): LinkActor => ({
  kind: "link",
  role: "signer",
  subjectId: id,
  name: "ondertekenaar",
});

export const entry = {
  agbPractitioner: "01012345",
  agbPractice: "01054321",
  firstName: "Anna Maria",
  lastName: "van den Berg",
  practiceEmail: "praktijk@delinde.example",
  practiceEmailAgain: "praktijk@delinde.example",
  ownEmail: "anna@delinde.example",
  mobile: "0612345678",
  careGroups: ["zg-waterland"],
  otherCareGroup: "",
};

/** The demo register and one care group. */
export async function withRegister(): Promise<void> {
  await replaceRegister(theClock, readRegisterFile(readFileSync("scripts/data/agb-demo.csv", "utf8")));
  await withCareGroups({ id: "zg-waterland", name: "Zorggroep Waterland" });
}

/** Hands in a registration the way the pages do. */
export async function handIn(
  given: Partial<typeof entry> = {},
  more?: { recordSystem: string },
  by: StrangerActor = somebody,
): Promise<void> {
  const typed = { ...entry, ...given };
  const connected = !more;
  const entered = connected
    ? connectedForm.parse(typed)
    : unconnectedForm.parse({ ...typed, ...more, agreesToConnect: "yes" });
  const draft = await findDraft(await startDraft(by, connected));
  await submitRequest(by, { draftId: draft!.id, connected, entered, language: "nl" });
}

/** The request that was handed in last. */
export async function lastRequest(): Promise<RequestRow> {
  const [row] = await db.select().from(registrationRequests).orderBy(desc(registrationRequests.id)).limit(1);
  return row!;
}

/** Somebody of the servicedesk. */
export async function anAgent(name = "Bram de Wit"): Promise<AccountActor> {
  const [firstName = "", ...rest] = name.split(" ");
  const account = await anAccount({ firstName, lastName: rest.join(" "), operatorRole: "agent" });
  const { id: accountId, email } = account;
  const still = {
    language: null,
    agb: null,
    practices: [],
    factorAt: now(),
    factorKind: "sms" as const,
    sessionId: "s",
    operatorRole: "agent",
  } as const;
  return { kind: "account", accountId, name, email, termsAccepted: true, ...still, practices: [] };
}

export const asApplicant = (row: RequestRow): LinkActor => ({
  kind: "link",
  role: "applicant",
  subjectId: row.id,
  name: "aanvrager",
});

export const on = async (id: string) => ({ requestId: id, version: (await requestById(id)).version });

/** Calls back on the first number of the register and gives a reason for what is open, until every gate is green. */
export async function clearGates(agent: AccountActor, id: string): Promise<void> {
  const [phone = ""] = phonesIn(await currentChecks(id));
  await recordCallBack(agent, await on(id), { phone, person: "Mevrouw Postma", outcome: "confirmed" });
  for (const rule of missingGates(await requestById(id), await currentChecks(id))) {
    if (!neverAccepted.includes(rule)) await acceptCheck(agent, await on(id), { rule, reason: "Nagevraagd, klopt." });
  }
}

/** A request of which the authorization is out for signing. */
export async function sentRequest(agent: AccountActor, given: Partial<typeof entry> = {}): Promise<RequestRow> {
  await handIn(given);
  const { id } = await lastRequest();
  await takeUp(agent, await on(id));
  await clearGates(agent, id);
  await sendAuthorization(agent, await on(id));
  return requestById(id);
}

export async function stateOf(id: string): Promise<string> {
  const [row] = await db
    .select({ state: registrationRequests.state })
    .from(registrationRequests)
    .where(eq(registrationRequests.id, id));
  return row!.state;
}

/** Signs what was sent, the way the pages do: name, consent, and the code that came by SMS. */
export async function signRequest(id: string): Promise<void> {
  const opened = await openGood(lastToken(await messages()));
  const { version, authorization } = opened;
  const shown = { version: version.version, documentHash: version.documentHash };
  const attempt = await findAttempt(
    "signing",
    await startSigning(opened, { ...shown, name: authorization.practitionerName }),
  );
  const { outcome } = await confirmSigning(opened, attempt!, { ...shown, code: await lastCode() });
  if (outcome !== "signed" || authorization.requestId !== id) throw new Error(`not signed: ${outcome}`);
}

/** A request of which the authorization was really signed: sealed document and all. */
export async function signedRequest(agent: AccountActor, given: Partial<typeof entry> = {}): Promise<RequestRow> {
  const { id } = await sentRequest(agent, given);
  await signRequest(id);
  return requestById(id);
}

/** A request that was approved: its practitioner has an account that waits for activation. */
export async function approvedRequest(agent: AccountActor, given: Partial<typeof entry> = {}): Promise<RequestRow> {
  const { id } = await signedRequest(agent, given);
  const approval = await approveRequest(agent, await on(id));
  if (!approval.done) throw new Error(`not approved: ${approval.why}`);
  return requestById(id);
}
