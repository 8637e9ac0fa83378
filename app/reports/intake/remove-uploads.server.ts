import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { lt } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import { db, transaction } from "#db/client.server.ts";
import { deliveryUploads } from "#db/schema/reports.ts";
import { busyUploads } from "./run-check.server.ts";
import { uploadsFolder } from "#app/reports/deliveries/uploads-folder.server.ts";

/** Removes uploads that were not finished within 24 hours, and whatever a killed check laid out in plain. Returns how many went. */
export async function removeUploads(actor: Actor): Promise<number> {
  const old = lt(deliveryUploads.createdAt, new Date(now().getTime() - keptMs("deliveryUploads")));
  const gone = await transaction(async (tx) => {
    const removed = await tx.delete(deliveryUploads).where(old).returning({ id: deliveryUploads.id });
    for (const { id } of removed) await audit(tx, actor, { event: "delivery.upload_remove", id });
    return removed.length;
  });
  const known = new Set((await db.select({ id: deliveryUploads.id }).from(deliveryUploads)).map(({ id }) => id));
  const busy = busyUploads();
  for (const name of folders()) {
    const place = path.join(uploadsFolder(), name);
    if (!known.has(name) && !busy.has(name)) rmSync(place, { recursive: true, force: true });
    else if (!busy.has(name)) rmSync(path.join(place, "plain"), { recursive: true, force: true });
  }
  return gone;
}

function folders(): string[] {
  try {
    return readdirSync(uploadsFolder());
  } catch {
    return [];
  }
}
