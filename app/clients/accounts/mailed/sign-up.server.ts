import { transaction, type Transaction } from "#db/client.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { findAttempt, startAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { sendCode } from "#app/platform/doors/codes.server.ts";
import { emailKey } from "#app/platform/doors/email-key.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { letters as doorLetters } from "#app/platform/doors/letters/letters.ts";
import { ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import { hashPassword } from "#app/platform/doors/passwords/hash.server.ts";
import { passwordFault } from "#app/platform/doors/passwords/rules.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import type { Language } from "#app/shared/i18n.ts";
import { networkOf } from "#app/shared/network.ts";
import { refuseChild } from "../child/refuse-child.server.ts";
import { accountByEmail } from "./accounts.server.ts";
import { letters } from "./letters.ts";

const ATTEMPT_MS = 30 * 60_000;
const HOUR = 3_600_000;
/** Over all attempts with one address: what is begun or sent anew gives no more tries. */
const CODES = { max: 3, windowMs: 15 * 60_000 };

/** What waits, sealed, until the code is right. `known`: the address has an account, so no code can make another. */
export type WaitingSignUp = {
  environmentId: string;
  firstName: string;
  lastName: string;
  birthDate: string;
  email: string;
  passwordHash: string;
  language: Language;
  known: boolean;
};

export type SignUp = {
  firstName: string;
  lastName: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  email: string;
  password: string;
  language: Language;
};

/**
 * First half of signing up (U-09): nothing is kept but an attempt, and a code goes to the address. Somebody with an
 * address that has an account gets the same screen, the same work and the same tries; the mail then says so (A01).
 * @returns the token of the attempt
 * @throws Invalid for a bad password, or under 12 (`day: "child"`); Limited after three for one address in a quarter of an hour
 */
export async function startSignUp(actor: StrangerActor, environment: Environment, given: SignUp): Promise<string> {
  const { password, ...person } = given;
  if (ownDoorAt(person.birthDate, today(), false) !== "open") await refuseChild(actor, environment.id);
  const { firstName, lastName, email } = person;
  const own = [firstName, lastName, email, environment.name, operator().product];
  const fault = await passwordFault(password, own);
  if (fault) throw new Invalid({ password: fault });
  await transaction(async (tx) => {
    await countLimit(tx, ["client_sign_up_network", networkOf(actor.address)], { max: 30, windowMs: HOUR });
    await countLimit(tx, ["client_sign_up", environment.id, emailKey(given.email)], CODES);
  });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const found = await accountByEmail(environment.id, given.email, tx);
    const known = found !== null && found.state !== "refused" && found.state !== "closed";
    const waiting: WaitingSignUp = { ...person, environmentId: environment.id, passwordHash, known };
    const made = await startAttempt(tx, {
      purpose: "client_sign_up",
      subjectId: environment.id,
      payload: JSON.stringify(waiting),
      lifetimeMs: ATTEMPT_MS,
    });
    await send(tx, made.attemptId, environment, waiting);
    return made.token;
  });
}

async function send(tx: Transaction, attemptId: string, environment: Environment, waiting: WaitingSignUp) {
  const { email, language, known } = waiting;
  const letter = (code: string) =>
    known ? letters.exists({ environment: environment.id }) : doorLetters.client.code({ purpose: "sign_up", code });
  const to = { email, language, environmentId: environment.id };
  await sendCode(tx, { attemptId, carrier: { to, letter } });
}

/** The sign-up of this browser that waits for its code. @throws Conflict when there is none any more */
export async function waitingSignUp(
  environment: Environment,
  token: string | null,
): Promise<{ attempt: Attempt; waiting: WaitingSignUp }> {
  const attempt = await findAttempt("client_sign_up", token);
  const waiting = attempt?.payload ? (JSON.parse(attempt.payload) as WaitingSignUp) : null;
  if (!attempt || waiting?.environmentId !== environment.id) throw new Conflict("sign_up_again");
  if (ownDoorAt(waiting.birthDate, today(), false) !== "open") throw new Conflict("sign_up_again");
  return { attempt, waiting };
}

/** Sends the code of a sign-up once more. @throws Limited within a minute, or after three in a quarter of an hour */
export async function resendSignUp(environment: Environment, token: string | null): Promise<void> {
  const { attempt, waiting } = await waitingSignUp(environment, token);
  await transaction(async (tx) => {
    await countLimit(tx, ["client_sign_up", environment.id, emailKey(waiting.email)], CODES);
    await send(tx, attempt.id, environment, waiting);
  });
}
