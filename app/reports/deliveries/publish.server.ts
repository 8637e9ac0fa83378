import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { deliveries, publishedReleases } from "#db/schema/reports.ts";
import { mayDeliver, nameOf, needReason } from "./may-deliver.ts";
import { shownFor, supersedesFault } from "./shown.server.ts";
import { statesFor } from "./states.ts";

/**
 * Shows a checked delivery: one row per period says which release file is read. One that is held asks for a reason.
 * @returns true when it took the place of another delivery
 * @throws Conflict when it is not waiting to be published, or the period got another delivery meanwhile; Invalid
 */
export async function publishDelivery(actor: Actor, id: string, reason?: string): Promise<boolean> {
  mayDeliver(actor);
  return transaction(async (tx) => {
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id));
    if (!row) throw new NotFound();
    const { period, releaseFile, measuredOn } = row;
    const standing = await shownFor(tx, period);
    if (!statesFor("publish").includes(row.state)) throw new Conflict("delivery_state");
    if (supersedesFault(row.supersedes, standing).length > 0) throw new Conflict("period_taken");
    const why = row.state === "held" ? needReason(reason ?? "") : null;

    const publishedAt = now();
    const decided = why === null ? {} : { reason: why, decidedBy: nameOf(actor), decidedAt: publishedAt };
    const changed = await tx
      .update(deliveries)
      .set({ state: "published", publishedAt, replacedId: standing?.id ?? null, ...decided })
      .where(and(eq(deliveries.id, id), eq(deliveries.state, row.state)))
      .returning({ id: deliveries.id });
    if (changed.length === 0 || !releaseFile || !measuredOn) throw new Conflict("delivery_state");
    if (standing) {
      const passed = await tx
        .update(deliveries)
        .set({ state: "superseded" })
        .where(and(eq(deliveries.id, standing.id), inArray(deliveries.state, statesFor("supersede"))))
        .returning({ id: deliveries.id });
      if (passed.length === 0) throw new Conflict("delivery_state");
    }
    const shown = { deliveryId: id, file: releaseFile, measuredOn, publishedAt };
    await tx
      .insert(publishedReleases)
      .values({ period, ...shown })
      .onConflictDoUpdate({ target: publishedReleases.period, set: shown });
    await audit(tx, actor, {
      event: "delivery.publish",
      id,
      version: period,
      reason: why ?? undefined,
      detail: { file: releaseFile, rows: row.rows, replaced: standing?.id ?? null },
    });
    return standing !== undefined;
  });
}
