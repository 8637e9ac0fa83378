import type { Transaction } from "#db/client.server.ts";
import { lastDay } from "#app/platform/cases/clock.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { dutchDate } from "#app/shared/clock.server.ts";
import { currentChecks, staleFindings, startRound } from "./checks.server.ts";
import type { ChosenCareGroups } from "./fields.server.ts";
import { assertGates } from "./gates.server.ts";
import { makeStep, requestById, sealMobile, searchTextOf, type RequestRow } from "./request.server.ts";

/** From the signature: within this the account details are promised (I-09). */
const PROMISE = { workingDays: 7 };

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
  await makeStep(tx, actor, again ? "renew_authorization" : "send_authorization", {
    requestId,
    version: expectedVersion,
  });
}

/** Signed: the promise of seven working days starts. @throws Conflict */
export async function markSigned(tx: Transaction, actor: Actor, requestId: string, signedAt: Date): Promise<void> {
  const promiseOn = lastDay(PROMISE, dutchDate(signedAt));
  await makeStep(tx, actor, "sign", { requestId }, { change: { signedAt, promiseOn } });
}

/** The signer refused: back to the desk as a task, with the reason; nothing is lost. @throws Conflict */
export async function markDeclined(tx: Transaction, actor: Actor, requestId: string, reason: string): Promise<void> {
  await makeStep(tx, actor, "decline", { requestId }, { change: { reason }, note: reason });
}

/** The signer chose other care groups, in place. @throws Conflict */
export async function markCorrected(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  chosen: ChosenCareGroups,
): Promise<void> {
  await makeStep(tx, actor, "correct_care_groups", { requestId }, { change: chosen });
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
  const row = await makeStep(tx, actor, "correct_person", { requestId }, { change: { ...change, searchText, reason } });
  await startRound(tx, row, staleFindings(await currentChecks(requestId, tx)), false);
}

/** Nobody signed in fourteen days. @throws Conflict */
export async function markExpired(tx: Transaction, actor: Actor, requestId: string): Promise<void> {
  await makeStep(tx, actor, "lapse", { requestId });
}
