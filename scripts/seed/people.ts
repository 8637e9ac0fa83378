import { writeFileSync } from "node:fs";
import path from "node:path";
import { choosePassword, confirmActivation } from "#app/platform/doors/activate.server.ts";
import { inviteAccount, type Invitation } from "#app/platform/doors/invite.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { answerTerms } from "#app/platform/doors/terms.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { transaction } from "#db/client.server.ts";
import { accountById } from "#app/platform/doors/account.server.ts";
import { codeIn, lastTo, tokenIn } from "./messages.ts";

const facts = { requestId: "seed", address: "127.0.0.1", client: "seed" };
export const seeder = { kind: "system", name: "seed" } as const;

export type Listed = {
  role: string;
  name: string;
  email: string;
  password: string;
  factor: string;
  practice: string | null;
  environment: string | null;
  /** Secret of the app, from which its codes are made. */
  secret?: string;
};
const listed: Listed[] = [];
let made = 0;

/** Activates an invited account as its owner would, with a password of its own, and lists it for `/dev/accounts.json`. */
export async function activate(
  accountId: string,
  who: { role: string; practice: string | null; mobile: string | null; handover: string | null },
): Promise<AccountActor> {
  const account = await accountById(accountId);
  if (!account) throw new Error("there is no such account");
  const link = await findLink("activation", tokenIn(await lastTo(account.email), "a"));
  if (link.state !== "good") throw new Error(`the activation link of ${account.email} is ${link.state}`);
  made += 1;
  const password = `vier paarse fietsen ${made}`;
  const attempt = await choosePassword({ id: link.id, accountId }, password);
  const code = codeIn(await lastTo(who.mobile ?? account.email));
  const answer = await confirmActivation(attempt, { code, handover: who.handover ?? "" }, facts);
  if (!("session" in answer)) throw new Error(`the code of ${account.email} is ${answer.verdict}`);
  const actor = await actorOf(accountId);
  await answerTerms(actor, terms().version, true);
  await transaction((tx) => endSessions(tx, seeder, accountDoor, { id: accountId }, "seeded"));
  const factor = who.mobile ? "sms" : "mail";
  listed.push({
    role: who.role,
    name: actor.name,
    email: account.email,
    password,
    factor,
    practice: who.practice,
    environment: null,
  });
  return { ...actor, termsAccepted: true };
}

/** The account as an actor, with what it may today. */
export async function actorOf(accountId: string): Promise<AccountActor> {
  const account = await accountById(accountId);
  if (!account) throw new Error("there is no such account");
  const { email, language, operatorRole, agb, firstName, lastName } = account;
  const name = `${firstName} ${lastName}`;
  const session = { sessionId: "seed", factorAt: now(), factorKind: "sms" as const, termsAccepted: true, ...facts };
  return {
    kind: "account",
    accountId,
    name,
    email,
    language,
    operatorRole,
    agb,
    ...session,
    practices: await practiceRights(accountId),
  };
}

/** Somebody of the operator, ready to sign in. */
export async function anOperator(
  firstName: string,
  lastName: string,
  role: NonNullable<Invitation["operatorRole"]>,
  mobile: string,
): Promise<AccountActor> {
  const email = `${firstName}@zorgspiegel.example`.toLowerCase();
  const person = {
    firstName,
    lastName,
    email,
    mobile,
    language: "nl" as const,
    agb: null,
    operatorRole: role,
    practiceName: "",
  };
  const { accountId } = await transaction((tx) => inviteAccount(tx, seeder, person));
  return activate(accountId, { role, practice: null, mobile, handover: null });
}

/** Lists that an account signs in with an app, and where it works for clients. */
export function listApp(email: string, secret: string, environment: string): void {
  const one = listed.find((each) => each.email === email);
  if (one) Object.assign(one, { factor: "app", secret, environment });
}

/** Writes the list of accounts for `/dev/accounts.json`. */
export function writeAccounts(): void {
  writeFileSync(path.join(config.dataDir, "accounts.json"), JSON.stringify(listed, null, 2), { mode: 0o600 });
}
