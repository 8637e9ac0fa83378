import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { bindAuthorization } from "#app/professionals/joining/authorization/bind.server.ts";
import { checkSeal, signedAuthorization } from "#app/professionals/joining/authorization/standing.server.ts";
import { canMake } from "#app/platform/cases/kind.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { accountAt, accountName } from "#app/platform/doors/names.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { addMember, ensurePractice } from "#app/professionals/practices/ensure.server.ts";
import { currentChecks, missingGates } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { assertGates } from "#app/professionals/joining/gates.server.ts";
import { letters } from "#app/professionals/joining/letters.ts";
import {
  makeStep,
  mobileOf,
  requestById,
  signInAddress,
  type RequestRow,
} from "#app/professionals/joining/request.server.ts";
import { transitions } from "#app/professionals/joining/transitions.ts";
import type { Actor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { refreshChecks } from "./refresh-checks.server.ts";
import type { OnVersion } from "./take-up.server.ts";

export type Approval = { done: true; handoverCode: string | null } | { done: false; why: Halt };
type Halt = "checks_changed" | "seal_broken";

/**
 * Approves a signed request: the register is asked again today and the seal is verified; then practice, account, membership
 * and authorization belong together and the activation is mailed, all or nothing (I-09, I-10). A check that no longer passes
 * is kept for the desk to judge, and nothing is approved.
 * @throws Forbidden, Conflict
 */
export async function approveRequest(actor: Actor, on: OnVersion): Promise<Approval> {
  assertDesk(actor);
  const before = await requestById(on.requestId);
  if (before.version !== on.version) throw new Conflict("request_changed");
  if (!canMake(transitions, "approve", before.state)) throw new Conflict("request_moved");
  const authorizationId = await signedAuthorization(on.requestId);
  if (!authorizationId || !(await checkSeal(authorizationId)).valid) return { done: false, why: "seal_broken" };
  const { id, version, connected } = await refreshChecks(actor, on);
  if (missingGates({ connected }, await currentChecks(id)).length > 0) return { done: false, why: "checks_changed" };
  return transaction(async (tx) => {
    const request = await makeStep(tx, actor, "approve", { requestId: id, version });
    await assertGates(tx, request);
    return { done: true as const, handoverCode: await join(tx, actor, request) };
  });
}

async function join(tx: Transaction, actor: Actor, request: RequestRow): Promise<string | null> {
  const {
    id: requestId,
    agbPractice: agb,
    practiceKind: kind,
    practiceName: name,
    firstName,
    lastName,
    language,
  } = request;
  const email = signInAddress(request);
  const known = await accountAt(email, tx);
  const practiceId = await ensurePractice(tx, { agb, kind, name, place: null, careGroups: request.careGroups });
  const person = { firstName, lastName, email, mobile: mobileOf(request), language, practiceName: name };
  const { accountId, handoverCode } = await inviteAccount(tx, actor, { ...person, agb: request.agbPractitioner });
  await addMember(tx, { accountId, practiceId, role: "practitioner" });
  await bindAuthorization(tx, actor, { requestId, practiceId, accountId });
  await tx.update(registrationRequests).set({ accountId }).where(eq(registrationRequests.id, requestId));
  // Somebody who was invited and has not activated yet is mailed the activation once more, by the invitation itself.
  if (known?.state === "active") {
    const account = await accountName(accountId, tx);
    const to = { email, language, ...account, about: accountId };
    await send(tx, to, letters.addedPractice({ practice: name }), requestId);
  }
  return handoverCode;
}
