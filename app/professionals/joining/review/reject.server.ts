import { transaction } from "#db/client.server.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { letters } from "#app/professionals/joining/letters.ts";
import { mailApplicant, statusToken } from "#app/professionals/joining/mail/post.server.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { Invalid } from "#app/shared/errors.ts";
import type { OnVersion } from "./take-up.server.ts";

/**
 * Turns a request down; the reason is told by mail. After the signature, the signed authorization ends with it.
 * @throws Forbidden, Conflict, Invalid
 */
export async function rejectRequest(actor: Actor, on: OnVersion, given: string): Promise<void> {
  assertDesk(actor);
  const reason = given.trim();
  if (reason.length < 10) throw new Invalid({ reason: "required" });
  await transaction(async (tx) => {
    const row = await makeStep(tx, actor, "reject", on, { change: { reason }, note: reason });
    const signed = await dropSigned(tx, actor, row.id, { state: "ended", reason });
    const token = await statusToken(tx, row.id);
    await mailApplicant(tx, row, letters.rejected({ ...row, token, reason, signed }));
  });
}
