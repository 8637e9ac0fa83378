import type { Transaction } from "#db/client.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { dutchDate } from "#app/shared/clock.server.ts";
import { addWorkingDays } from "#app/platform/settings/working-days.server.ts";
import { currentChecks, staleFindings, startRound } from "./checks.server.ts";
import type { ChosenCareGroups } from "./fields.server.ts";
import { assertGates } from "./gates.server.ts";
import { makeStep, requestById, sealMobile, searchTextOf, type RequestRow } from "./request.server.ts";
import { tell, type EventKind } from "./story.server.ts";

/** Working days from the signature within which the account details are promised (I-09). */
const PROMISE_DAYS = 7;

export type RequestChanges = Partial<
  Pick<
    RequestRow,
    "agbPractitioner" | "agbPractice" | "firstName" | "lastName" | "practiceEmail" | "ownEmail" | "mobile" | "more"
  > &
    ChosenCareGroups
>;

/**
 * The authorization was mailed: for the first time when every gate is green, or anew after it had lapsed.
 * @param expectedVersion the version the decision was taken on. @throws Conflict
 */
export async function markAuthorizationSent(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  expectedVersion: number,
): Promise<void> {
  const before = await requestById(requestId, tx);
  const again = before.state === "expired";
  if (!again) await assertGates(tx, before);
  const step = again ? "renew_authorization" : "send_authorization";
  const row = await makeStep(tx, step, { requestId, version: expectedVersion });
  await note(tx, actor, row, again ? "authorization_renewed" : "authorization_sent");
}

/** Signed: the promise of seven working days starts. @throws Conflict */
export async function markSigned(tx: Transaction, actor: Actor, requestId: string, signedAt: Date): Promise<void> {
  const promiseOn = addWorkingDays(dutchDate(signedAt), PROMISE_DAYS);
  await note(tx, actor, await makeStep(tx, "sign", { requestId }, { signedAt, promiseOn }), "signed");
}

/** The signer refused: back to the desk as a task, with the reason; nothing is lost. @throws Conflict */
export async function markDeclined(tx: Transaction, actor: Actor, requestId: string, reason: string): Promise<void> {
  await note(tx, actor, await makeStep(tx, "decline", { requestId }, { reason }), "declined", reason);
}

/** The signer chose other care groups, in place. @throws Conflict */
export async function markCorrected(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  chosen: ChosenCareGroups,
): Promise<void> {
  await note(tx, actor, await makeStep(tx, "correct_care_groups", { requestId }, chosen), "care_groups_corrected");
}

/**
 * Other data of who it is or how to reach them: back to the desk. All checks, the call-back too, start again; the register is
 * asked by the next run of the checks, because it cannot be asked inside a transaction. @throws Conflict
 */
export async function backToReview(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  given: { changes: RequestChanges },
  reason: string,
): Promise<void> {
  const { mobile, ...plain } = given.changes;
  const before = await requestById(requestId, tx);
  const change = { ...plain, ...(mobile === undefined ? {} : { mobile: sealMobile(requestId, mobile) }) };
  const searchText = searchTextOf({ ...before, ...change });
  const row = await makeStep(tx, "correct_person", { requestId }, { ...change, searchText, reason });
  await startRound(tx, row, staleFindings(await currentChecks(requestId, tx)), false);
  await note(tx, actor, row, "person_corrected");
}

/** Nobody signed in fourteen days. @throws Conflict */
export async function markExpired(tx: Transaction, actor: Actor, requestId: string): Promise<void> {
  await note(tx, actor, await makeStep(tx, "lapse", { requestId }), "lapsed");
}

function note(tx: Transaction, actor: Actor, row: RequestRow, kind: EventKind, words?: string): Promise<void> {
  const { id: requestId, version, agbPractice: organisation } = row;
  return tell(tx, actor, { requestId, version, kind, note: words, organisation });
}
