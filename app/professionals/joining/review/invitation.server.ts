import { transaction } from "#db/client.server.ts";
import { askGranters } from "#app/professionals/practices/employees/invitation.server.ts";
import {
  inviteAgain,
  invitationOf,
  lapsedInvitation,
  sendActivationAgain,
  type Invitation,
} from "#app/platform/doors/invitations.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { addCheck, currentChecks, missingGates } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { mailDesk } from "#app/professionals/joining/mail/post.server.ts";
import { makeStep, requestOfAccount, type RequestRow } from "#app/professionals/joining/request.server.ts";
import type { Actor, StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { assertCalled, type Call } from "./call.server.ts";
import type { OnVersion } from "./take-up.server.ts";

/** The invitation that an approved request led to, or null before the approval. */
export async function invitationOfRequest(row: Pick<RequestRow, "accountId" | "state">): Promise<Invitation | null> {
  return row.state === "completed" && row.accountId ? invitationOf(row.accountId) : null;
}

/** The desk mails the activation link of an approved request once more. @returns a code to read out without a mobile
 * @throws Forbidden, Conflict, Limited */
export async function sendActivation(actor: Actor, on: OnVersion): Promise<string | null> {
  assertDesk(actor);
  return transaction(async (tx) => {
    const row = await makeStep(tx, actor, "send_activation", on);
    return sendActivationAgain(tx, actor, accountOf(row));
  });
}

/**
 * The desk invites a practitioner again who did not activate within thirty days: after a call-back, made now, on a
 * number that the register has today. @returns a code to read out without a mobile
 * @throws Forbidden, Invalid, Conflict "checks_old" when the register was not asked today, "gates_open"
 */
export async function inviteAfterCall(actor: Actor, on: OnVersion, call: Call): Promise<string | null> {
  assertDesk(actor);
  return transaction(async (tx) => {
    const called = await assertCalled(tx, on.requestId, call);
    const row = await makeStep(tx, actor, "invite_again", on);
    const evidence = { ...called, outcome: "confirmed", at: now().toISOString() };
    await addCheck(tx, row.id, { rule: "call_back", outcome: "pass", evidence, source: "telephone" });
    if (missingGates(row, await currentChecks(row.id, tx)).length > 0) throw new Conflict("gates_open");
    return inviteAgain(tx, actor, accountOf(row));
  });
}

/**
 * Somebody whose invitation lapsed asks for a new one, once a day: the desk hears it for a practitioner, the granting
 * practitioner for an employee. @returns who was told; "nobody" when there is no one to confirm it here
 * @throws Conflict when the link belongs to no lapsed invitation, Limited
 */
export async function askInvitation(actor: StrangerActor, token: string): Promise<"desk" | "practitioner" | "nobody"> {
  const lapsed = await lapsedInvitation(token);
  if (!lapsed) throw new Conflict("not_lapsed");
  return transaction(async (tx) => {
    await countLimit(tx, ["invitation_asked", lapsed.accountId], { max: 1, windowMs: 86_400_000 });
    const request = await requestOfAccount(lapsed.accountId, tx);
    if (request) {
      const row = await makeStep(tx, actor, "ask_invitation", { requestId: request.id });
      await mailDesk(tx, row, "invitation_asked");
      return "desk";
    }
    return (await askGranters(tx, lapsed.accountId, lapsed.name)) > 0 ? "practitioner" : "nobody";
  });
}

function accountOf(row: RequestRow): string {
  if (!row.accountId) throw new Conflict("request_moved");
  return row.accountId;
}
