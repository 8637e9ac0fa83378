import { transaction } from "#db/client.server.ts";
import { accountById } from "#app/platform/doors/account.server.ts";
import { newHandoverCode } from "#app/platform/doors/handover.server.ts";
import { addCheck } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { assertCalled, type Call } from "./call.server.ts";
import type { OnVersion } from "./take-up.server.ts";

/**
 * The desk reads out a code for signing in once to a practitioner whose own codes do not count: after a call, made now, on
 * a number that the register has today. It binds the own codes anew (decision 0023). @returns the code, shown once
 * @throws Forbidden, Invalid, Conflict "checks_old", "not_active"
 */
export async function handOverAfterCall(actor: Actor, on: OnVersion, call: Call): Promise<string> {
  assertDesk(actor);
  return transaction(async (tx) => {
    const called = await assertCalled(tx, on.requestId, call);
    const row = await makeStep(tx, actor, "hand_over", on);
    const account = row.accountId ? await accountById(row.accountId, tx) : null;
    if (account?.state !== "active") throw new Conflict("not_active");
    const evidence = { ...called, outcome: "confirmed", at: now().toISOString() };
    await addCheck(tx, row.id, { rule: "call_back", outcome: "pass", evidence, source: "telephone" });
    return newHandoverCode(tx, actor, account.id);
  });
}
