import { rmSync } from "node:fs";
import path from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import { releasesFolder } from "#app/reports/figures/kept-releases.server.ts";
import { dropDetails } from "#app/reports/patients/detail-files.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { deliveries } from "#db/schema/reports.ts";
import { removeUpload } from "./uploads-folder.server.ts";
import { mayDeliver, nameOf, needReason } from "./may-deliver.ts";
import { statesFor } from "./states.ts";

/**
 * Refuses a delivery that is not published, by a person and with a reason; its release file and patients go.
 * @throws Conflict when it is published or refused already; Invalid
 */
export async function dropDelivery(actor: Actor, id: string, reason: string): Promise<void> {
  mayDeliver(actor);
  const why = needReason(reason);
  const dropped = await transaction(async (tx) => {
    const [row] = await tx
      .select({ file: deliveries.releaseFile, upload: deliveries.upload, period: deliveries.period })
      .from(deliveries)
      .where(eq(deliveries.id, id));
    if (!row) throw new NotFound();
    const decided = { reason: why, decidedBy: nameOf(actor), decidedAt: now() };
    const changed = await tx
      .update(deliveries)
      .set({ state: "refused", releaseFile: null, upload: null, ...decided })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("drop"))))
      .returning({ id: deliveries.id });
    if (changed.length === 0) throw new Conflict("delivery_state");
    await audit(tx, actor, { event: "delivery.drop", id, version: row.period, reason: why });
    return row;
  });
  if (dropped.file) rmSync(path.join(releasesFolder(), dropped.file), { force: true });
  await dropDetails(id);
  if (dropped.upload) removeUpload(dropped.upload);
}
