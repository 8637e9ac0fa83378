import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { type Comparison, deliveries, type DeliveryState, type Fault } from "#db/schema/reports.ts";
import { statesFor } from "./states.ts";

/** Notes what is wrong with a delivery; what is published stays. */
export async function refuse(actor: Actor, id: string, faults: Fault[]): Promise<void> {
  await transaction(async (tx) => {
    const changed = await tx
      .update(deliveries)
      .set({ state: "refused", faults, upload: null, checkedAt: now() })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("refuse"))))
      .returning({ id: deliveries.id });
    if (changed.length === 0) return;
    const codes = [...new Set(faults.map((fault) => fault.code))];
    await audit(tx, actor, { event: "delivery.refuse", outcome: "refused", id, detail: { codes } });
  });
}

/**
 * Notes that a delivery is sound and its release file stands ready; it is held when it differs from the release before
 * it by more than is let through.
 * @returns its state now, which is another when a second check of the same delivery was first
 * @throws Conflict when it was dropped meanwhile
 */
export async function endCheck(
  actor: Actor,
  id: string,
  { releaseFile, comparison }: { releaseFile: string; comparison: Comparison },
): Promise<DeliveryState> {
  const state = comparison.findings.length > 0 ? ("held" as const) : ("checked" as const);
  return transaction(async (tx) => {
    const changed = await tx
      .update(deliveries)
      .set({ state, releaseFile, comparison, upload: null, checkedAt: now() })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("endCheck"))))
      .returning({ id: deliveries.id });
    if (changed.length === 0) {
      const [row] = await tx.select({ state: deliveries.state }).from(deliveries).where(eq(deliveries.id, id));
      if (!row || row.state === "refused") throw new Conflict("delivery_state");
      return row.state;
    }
    const findings = comparison.findings.map(({ code, subject }) => `${code} ${subject}`);
    const event = state === "held" ? "delivery.hold" : "delivery.checked";
    await audit(tx, actor, { event, id, detail: { findings } });
    return state;
  });
}
