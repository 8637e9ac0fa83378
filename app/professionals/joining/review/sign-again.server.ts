import { transaction } from "#db/client.server.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import { addCheck } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { letters } from "#app/professionals/joining/letters.ts";
import { mailApplicant, statusToken } from "#app/professionals/joining/mail/post.server.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import { unsigned } from "#app/professionals/joining/target.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { Invalid } from "#app/shared/errors.ts";
import type { OnVersion } from "./take-up.server.ts";

/**
 * The signature cannot be used, such as a seal that is broken: the request goes back to the desk, which sends the
 * document anew, and calls first when the signer has no mobile. The reason is told by mail; the signed authorization is
 * superseded. @throws Forbidden, Conflict, Invalid
 */
export async function askToSignAgain(actor: Actor, on: OnVersion, given: string): Promise<void> {
  assertDesk(actor);
  const reason = given.trim();
  if (reason.length < 10) throw new Invalid({ reason: "required" });
  await transaction(async (tx) => {
    const row = await makeStep(tx, actor, "sign_again", on, { change: unsigned(), note: reason });
    const { id: requestId } = row;
    // Without a mobile the code of the call went with the signature: the call that gives a new one is a gate again.
    const call = {
      rule: "call_back",
      outcome: "unknown",
      evidence: { why: "sign_again" },
      source: "telephone",
    } as const;
    if (row.mobile === null) await addCheck(tx, requestId, call);
    await dropSigned(tx, actor, requestId, { state: "superseded", reason });
    await mailApplicant(tx, row, letters.signAgain({ ...row, token: await statusToken(tx, requestId), reason }));
  });
}
