import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { oneMore } from "#db/step.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { finishAttempt } from "#app/platform/doors/attempts.server.ts";
import { checkCode, type Verdict } from "#app/platform/doors/codes.server.ts";
import { emailKey } from "#app/platform/doors/email-key.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { accountByEmail } from "./accounts.server.ts";
import { tellStaff } from "./mails.server.ts";
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
    const accountId = await keep(tx, waiting);
    if (!accountId) return;
    await audit(tx, actor, { event: "client.sign_up", id: accountId, organisation: environment.id });
    await tellStaff(tx, environment);
  });
  return "right";
}

/** Keeps the account; null when another browser with the same mailbox was first. */
async function keep(tx: Transaction, waiting: WaitingSignUp): Promise<string | null> {
  const { environmentId, firstName, lastName, birthDate, email, passwordHash, language } = waiting;
  const typed = { firstName, lastName, birthDate, email, passwordHash, language };
  const fresh = { ...typed, state: "signed_up" as const, mailDoor: true, refusedReason: null, createdAt: now() };
  const found = await accountByEmail(environmentId, email, tx);
  if (found?.state === "refused") {
    const [again] = await tx
      .update(clientAccounts)
      .set({ ...fresh, codeFailures: 0, credentialVersion: oneMore(clientAccounts.credentialVersion) })
      .where(and(eq(clientAccounts.id, found.id), eq(clientAccounts.state, "refused")))
      .returning({ id: clientAccounts.id });
    return again?.id ?? null;
  }
  if (found && found.state !== "closed") return null;
  // A closed account stays as it is, but no longer keeps the address.
  if (found) await tx.update(clientAccounts).set({ emailKey: null }).where(eq(clientAccounts.id, found.id));
  const id = newId();
  await tx.insert(clientAccounts).values({ id, environmentId, emailKey: emailKey(email), ...fresh });
  return id;
}
