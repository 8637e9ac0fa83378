import type { Transaction } from "#db/client.server.ts";
import { currentChecks, phonesIn } from "#app/professionals/joining/checks.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";

/** A call that the desk made now: the number, and who was spoken to. */
export type Call = { phone: string; person: string };

/**
 * Judges a call of the desk: on a number that the register has today, with somebody who is named.
 * @returns the call with the name cleaned
 * @throws Invalid; Conflict "checks_old" when the register was not asked today
 */
export async function assertCalled(tx: Transaction, requestId: string, call: Call): Promise<Call> {
  const person = call.person.trim();
  if (!person) throw new Invalid({ person: "required" });
  const rows = await currentChecks(requestId, tx);
  if (!phonesIn(rows).includes(call.phone)) throw new Invalid({ phone: "not_in_register" });
  if (rows.some((row) => row.rule !== "call_back" && row.referenceDate !== today())) throw new Conflict("checks_old");
  return { phone: call.phone, person };
}
