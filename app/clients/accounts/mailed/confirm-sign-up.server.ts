import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { step } from "#app/platform/cases/step.server.ts";
import { finishAttempt } from "#app/platform/doors/attempts.server.ts";
import { checkCode, type Verdict } from "#app/platform/doors/codes.server.ts";
import { emailKey } from "#app/platform/doors/email-key.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { accountCase } from "../match/account-case.server.ts";
import { accountByEmail } from "./accounts.server.ts";
import { tellStaff } from "./tell-staff.server.ts";
import { waitingSignUp, type WaitingSignUp } from "./sign-up.server.ts";

/**
 * Second half of signing up: the code proves the address, and the account waits for practice staff (U-09). Somebody
 * who was refused or whose account is closed begins anew.
 * @throws Conflict when there is no sign-up in this browser any more
 */
export async function confirmSignUp(
  actor: StrangerActor,
  environment: Environment,
  token: string | null,
  code: string,
): Promise<Verdict> {
  const { attempt, waiting } = await waitingSignUp(environment, token);
  const verdict = await checkCode(attempt.id, code);
  if (verdict !== "right") return verdict;
  // The code for an address with an account was told to nobody; whoever guesses it gets nothing by it.
  if (waiting.known) return "expired";
  await transaction(async (tx) => {
    await finishAttempt(tx, attempt.id);
    if (await keep(tx, actor, waiting)) await tellStaff(tx, environment);
  });
  return "right";
}

/** Keeps the account; false when another browser with the same mailbox was first. */
async function keep(tx: Transaction, actor: StrangerActor, waiting: WaitingSignUp): Promise<boolean> {
  const { environmentId, firstName, lastName, birthDate, email, passwordHash, language } = waiting;
  const typed = { firstName, lastName, birthDate, email, passwordHash, language };
  const fresh = { ...typed, mailDoor: true, refusedReason: null, createdAt: now() };
  const found = await accountByEmail(environmentId, email, tx);
  if (found?.state === "refused") {
    const change = { ...fresh, codeFailures: 0, credentialVersion: found.credentialVersion + 1 };
    await step(tx, actor, accountCase, "sign_up_again", { id: found.id }, { change });
    return true;
  }
  if (found && found.state !== "closed") return false;
  // A closed account stays as it is, but no longer keeps the address.
  if (found) await tx.update(clientAccounts).set({ emailKey: null }).where(eq(clientAccounts.id, found.id));
  const id = newId();
  const row = { id, environmentId, emailKey: emailKey(email), state: "signed_up" as const, ...fresh };
  await tx.insert(clientAccounts).values(row);
  await audit(tx, actor, { event: "client.sign_up", id, organisation: environmentId });
  return true;
}
