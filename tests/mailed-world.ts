/** Clients with an account of e-mail, password and mailed code, made by the verbs themselves. */
import { accountByEmail } from "#app/clients/accounts/mailed/accounts.server.ts";
import { confirmSignUp } from "#app/clients/accounts/mailed/confirm-sign-up.server.ts";
import { startSignUp, type SignUp } from "#app/clients/accounts/mailed/sign-up.server.ts";
import { differences } from "#app/clients/accounts/match/differs.ts";
import { acceptSignUp } from "#app/clients/accounts/match/decide.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { transaction } from "#db/client.server.ts";
import { anAccount } from "./factories.ts";
import { aPerson } from "./client-world.ts";

export const PASSWORD = "vier paarse fietsen";
export const practice = environmentOf("delinde");
/** The door of its clients. */
export const practiceDoor = clientDoor(practice.id);
export const facts = { requestId: "", address: "203.0.113.7", client: "test" };
export const stranger = { kind: "stranger", ...facts } as const;
export const later = (seconds: number) => setClock(new Date(now().getTime() + seconds * 1000));

/** Mails to an address, oldest first. */
export async function mailsTo(email: string) {
  await deliverDue();
  return (await devInbox(null)).filter((one) => one.to === email);
}

/** The newest mail to an address. */
export async function lastMail(email: string) {
  const mail = (await mailsTo(email)).at(-1);
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
}
export const codeIn = (text: string) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? "none";
export const tokenIn = (text: string) => /\/(?:w|ontgrendelen)\/([\w-]+)/.exec(text)?.[1] ?? "none";

/** What somebody types at sign-up. */
export const typed = (given: Partial<SignUp> = {}): SignUp => ({
  firstName: "Roos",
  lastName: "Vermeer",
  birthDate: "1984-03-12",
  email: "roos@voorbeeld.example",
  password: PASSWORD,
  language: "nl",
  ...given,
});

/** An account that waits for practice staff. */
export async function signedUp(given: Partial<SignUp> = {}) {
  const person = typed(given);
  const token = await startSignUp(stranger, practice, person);
  const verdict = await confirmSignUp(stranger, practice, token, codeIn((await lastMail(person.email)).text));
  if (verdict !== "right") throw new Error(verdict);
  const account = await accountByEmail(practice.id, person.email);
  if (!account) throw new Error("no account");
  return account;
}

/** Somebody of the practice who decides on sign-ups. */
export async function aStaffMember(environmentId = practice.id): Promise<StaffActor> {
  const account = await anAccount();
  const row = { id: newId(), environmentId, accountId: account.id, role: "staff" as const, startsOn: "2026-01-01" };
  await transaction(async (tx) => {
    await tx.insert(environmentStaff).values(row);
  });
  return {
    kind: "account",
    ...facts,
    accountId: account.id,
    sessionId: newId(),
    name: "Noor Waterman",
    email: account.email,
    language: "nl",
    operatorRole: null,
    agb: null,
    factorAt: now(),
    factorKind: "app",
    termsAccepted: true,
    practices: [],
    staff: { environmentId, role: "staff", clinicianCode: null },
  };
}

/** A client of the practice whose sign-up was accepted; `bsn` is what the record says. */
export async function accepted(given: Partial<SignUp> = {}, bsn: string | null = null) {
  const waiting = await signedUp(given);
  const { firstName, lastName, birthDate } = typed(given);
  const person = await aPerson({ environmentId: practice.id, firstName, lastName, birthDate, bsn });
  await acceptSignUp(await aStaffMember(), { id: waiting.id }, person.id, differences);
  const account = await accountByEmail(practice.id, waiting.email ?? "");
  if (!account) throw new Error("no account");
  return { account, person };
}

/** First step of signing in. */
export const password = (email: string, given = PASSWORD, device: string | null = null) =>
  givePassword(practiceDoor, stranger, { email, password: given, device });
