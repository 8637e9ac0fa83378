import { transaction } from "#db/client.server.ts";
import { newSigningHandover } from "#app/professionals/joining/authorization/signing/handover.server.ts";
import { addCheck, currentChecks, phonesIn } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Invalid } from "#app/shared/errors.ts";
import type { OnVersion } from "./take-up.server.ts";

export const callOutcomes = ["confirmed", "not_reached", "denied"] as const;
export type Call = { phone: string; person: string; outcome: (typeof callOutcomes)[number] };

/**
 * Records that the practice was called, on a number the register has: only a confirmation opens the gate (I-05). A signer
 * without a mobile gets a code for signing read out in that same call.
 * @returns the code to read out, or null
 * @throws Forbidden, Conflict, Invalid when the number is not one of the register
 */
export async function recordCallBack(actor: Actor, on: OnVersion, call: Call): Promise<string | null> {
  assertDesk(actor);
  const person = call.person.trim();
  if (call.outcome !== "not_reached" && !person) throw new Invalid({ person: "required" });
  return transaction(async (tx) => {
    const rows = await currentChecks(on.requestId, tx);
    if (!phonesIn(rows).includes(call.phone)) throw new Invalid({ phone: "not_in_register" });
    const confirmed = call.outcome === "confirmed";
    const row = await makeStep(tx, actor, confirmed ? "call_back" : "call_unconfirmed", on);
    const { id: requestId } = row;
    const evidence = { phone: call.phone, person: person || null, outcome: call.outcome, at: now().toISOString() };
    const outcome = confirmed ? "pass" : call.outcome === "denied" ? "fail" : "unknown";
    await addCheck(tx, requestId, { rule: "call_back", outcome, evidence, source: "telephone" });
    return confirmed && row.mobile === null ? newSigningHandover(tx, actor, requestId) : null;
  });
}
