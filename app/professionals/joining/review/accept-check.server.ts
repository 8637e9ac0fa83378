import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { checkRows } from "#db/schema/joining.ts";
import { currentChecks, neverAccepted } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import type { OnVersion } from "./take-up.server.ts";

/**
 * An agent lets a failed or unknown check pass, with the reason that stays with it. The call-back and the mail address of
 * somebody else's account cannot be let pass. @throws Forbidden, Conflict, Invalid
 */
export async function acceptCheck(actor: Actor, on: OnVersion, given: { rule: string; reason: string }): Promise<void> {
  assertDesk(actor);
  const reason = given.reason.trim();
  if (reason.length < 5) throw new Invalid({ reason: "required" });
  await transaction(async (tx) => {
    const check = (await currentChecks(on.requestId, tx)).find((row) => row.rule === given.rule);
    if (!check || check.outcome === "pass" || neverAccepted.includes(check.rule))
      throw new Conflict("check_not_acceptable");
    await makeStep(tx, actor, "accept_check", on, { note: `${check.rule}: ${reason}` });
    await tx
      .update(checkRows)
      .set({ acceptedBy: actor.name, acceptedReason: reason, acceptedAt: now() })
      .where(eq(checkRows.id, check.id));
  });
}
