import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { findBound, finishAttempt, startAttempt } from "#app/platform/doors/attempts.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { entrant } from "#app/platform/doors/owners/rows.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { judgePassword, type Given, type PasswordRefused } from "#app/platform/doors/sign-in/password.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { join, type LinkAnswer } from "./join.server.ts";
import { PROOF_MS, digidProof, isLate, type DigidProof } from "./proof.server.ts";

/**
 * DigiD first (U-03): joins the DigiD that this browser has just proven to the account of the address and password, and
 * signs in with it. The password is judged with the protections of the door.
 * @param token of the DigiD proof (`keepDigidProof`)
 * @returns the value of the session cookie when linked
 */
export async function linkWithPassword(
  actor: StrangerActor,
  environment: Environment,
  token: string | null,
  given: Given,
): Promise<{ answer: "linked"; session: string } | { answer: Exclude<LinkAnswer, "linked"> } | PasswordRefused> {
  const found = await digidProof(environment, token);
  if (!found) return { answer: "late" };
  const judged = await judgePassword(clientDoor(environment.id), actor, given, async (tx, account) => {
    const answer = await join(tx, actor, environment, account, found.proof);
    if (answer !== "linked") return { answer };
    await finishAttempt(tx, found.attempt.id);
    const { level } = found.proof;
    const { requestId = "", address = "", client = "" } = actor;
    const facts = { requestId, address, client };
    const how = { ownerId: account.id, way: "digid", level, device: given.device, facts } as const;
    const session = await startSession(tx, clientDoor(environment.id), how);
    return { answer, session };
  });
  return "right" in judged ? judged.right : judged;
}

/**
 * Account first: somebody signed in by mail gives the password once more, and goes to DigiD within ten minutes.
 * @returns the token for the cookie `client-attempt-<environment>`, which `linkDigid` asks for
 */
export async function proveAccount(
  actor: StrangerActor,
  environment: Environment,
  given: Given,
  accountId: string,
): Promise<{ token: string } | PasswordRefused> {
  const judged = await judgePassword(clientDoor(environment.id), actor, given, async (tx, account) => {
    if (account.id !== accountId) return null;
    const attempt = { purpose: "client_link", account, lifetimeMs: PROOF_MS } as const;
    return (await startAttempt(tx, attempt)).token;
  });
  if (!("right" in judged)) return judged;
  return judged.right === null ? { refused: "wrong" } : { token: judged.right };
}

const proven = (environment: Environment) => entrant(clientDoor(environment.id));

/**
 * The account that this browser has proven in order to link DigiD, at most ten minutes ago and with the password that it
 * still has, or null.
 */
export async function provenAccount(environment: Environment, token: string | null): Promise<string | null> {
  const found = await findBound("client_link", token, proven(environment));
  return found && !isLate(found.attempt.createdAt) ? found.account.id : null;
}

/**
 * Joins a DigiD that came back to the account that began the link (`proveAccount`). Called where DigiD's answer is read,
 * for a request that was started to link.
 * @param given.accountId account for which DigiD was started
 * @param given.attempt value of the cookie `client-attempt-<environment>` of this browser
 * @param given.proof what DigiD said: `authenticatedAt` is its own moment, not that of this call
 * @returns linked, or why not; words for each are in `link/texts.ts`. The page `koppelen?uitkomst=<answer>` shows them
 */
export async function linkDigid(
  actor: StrangerActor,
  environment: Environment,
  given: { accountId: string; attempt: string | null; proof: DigidProof },
): Promise<LinkAnswer> {
  if ((await provenAccount(environment, given.attempt)) !== given.accountId) return "late";
  return transaction(async (tx) => {
    const found = await findBound("client_link", given.attempt, proven(environment), tx);
    if (found?.account.id !== given.accountId) return "late";
    await finishAttempt(tx, found.attempt.id);
    return join(tx, actor, environment, found.account, given.proof);
  });
}
