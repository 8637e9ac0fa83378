import { existsSync } from "node:fs";
import path from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import { releasesFolder } from "#app/reports/figures/kept-releases.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { type Transaction, transaction } from "#db/client.server.ts";
import { deliveries, publishedReleases } from "#db/schema/reports.ts";
import { mayDeliver, nameOf, needReason } from "./may-deliver.ts";
import { statesFor } from "./states.ts";

/**
 * Takes a published delivery back: the one whose place it took is shown again, or nothing for that period.
 * @returns the id of the delivery that is shown again
 * @throws Conflict when it is not the published one any more, or the release before it is not there; Invalid
 */
export async function takeBack(actor: Actor, id: string, reason: string): Promise<string | null> {
  mayDeliver(actor);
  const why = needReason(reason);
  return transaction(async (tx) => {
    const decided = { reason: why, decidedBy: nameOf(actor), decidedAt: now() };
    const [taken] = await tx
      .update(deliveries)
      .set({ state: "taken_back", ...decided })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("takeBack"))))
      .returning({ period: deliveries.period, replacedId: deliveries.replacedId });
    if (!taken) {
      if ((await tx.$count(deliveries, eq(deliveries.id, id))) === 0) throw new NotFound();
      throw new Conflict("delivery_state");
    }
    const { period, replacedId } = taken;
    const here = and(eq(publishedReleases.period, period), eq(publishedReleases.deliveryId, id));
    if (replacedId === null) await tx.delete(publishedReleases).where(here);
    else
      await tx
        .update(publishedReleases)
        .set(await showAgain(tx, replacedId))
        .where(here);
    await audit(tx, actor, {
      event: "delivery.take_back",
      id,
      version: period,
      reason: why,
      detail: { shown: replacedId },
    });
    return replacedId;
  });
}

async function showAgain(tx: Transaction, id: string) {
  const [row] = await tx
    .update(deliveries)
    .set({ state: "published" })
    .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("showAgain"))))
    .returning({ file: deliveries.releaseFile, measuredOn: deliveries.measuredOn });
  if (!row?.file || !row.measuredOn || !existsSync(path.join(releasesFolder(), row.file)))
    throw new Conflict("no_release_before");
  return { deliveryId: id, file: row.file, measuredOn: row.measuredOn, publishedAt: now() };
}
