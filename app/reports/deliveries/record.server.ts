import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/audit/record.server.ts";
import type { Actor } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { type Transaction, transaction } from "#db/client.server.ts";
import { deliveries, type Fault, publishedReleases } from "#db/schema/reports.ts";
import type { Manifest } from "./manifest.ts";

export type Standing = "published" | "superseded" | "taken_back";
const OPEN = ["received", "checking", "refused"] as const;

/** Notes that a delivery came in and is being checked; says so when it was seen before, or may not come in as it is. */
export async function register(
  actor: Actor,
  manifest: Manifest,
  manifestHash: string,
  known: Fault[],
): Promise<{ id: string } | { already: Standing } | { faults: Fault[] }> {
  return transaction(async (tx) => {
    const [seen] = await tx
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(eq(deliveries.manifestHash, manifestHash));
    if (seen?.state === "published" || seen?.state === "superseded" || seen?.state === "taken_back")
      return { already: seen.state };

    const id = seen?.id ?? newId();
    const faults = [...known, ...supersedesFault(manifest, await current(tx, manifest.period))];
    const state = faults.length > 0 ? ("refused" as const) : ("checking" as const);
    if (seen) await tx.update(deliveries).set({ state, faults }).where(eq(deliveries.id, id));
    else await tx.insert(deliveries).values({ ...rowOf(manifest), id, manifestHash, state, faults, receivedAt: now() });
    await audit(tx, actor, {
      event: "delivery.receive",
      action: "C",
      outcome: faults.length > 0 ? "refused" : "done",
      object: { type: "delivery", id, version: manifest.period },
      detail: { source: manifest.source, delivery: manifest.deliveryId, codes: faults.map((fault) => fault.code) },
    });
    return faults.length > 0 ? { faults } : { id };
  });
}

/** Notes what is wrong with a delivery; what is published stays. */
export async function refuse(actor: Actor, id: string, faults: Fault[]): Promise<void> {
  await transaction(async (tx) => {
    const changed = await tx
      .update(deliveries)
      .set({ state: "refused", faults })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, [...OPEN])))
      .returning({ id: deliveries.id });
    if (changed.length === 0) return;
    const codes = [...new Set(faults.map((fault) => fault.code))];
    const object = { type: "delivery", id };
    await audit(tx, actor, { event: "delivery.refuse", action: "U", outcome: "refused", object, detail: { codes } });
  });
}

/**
 * Shows a finished release file: one row per period says which.
 * @returns true when it took the place of another delivery
 * @throws Conflict when the period got another delivery meanwhile
 */
export async function publish(actor: Actor, id: string, manifest: Manifest, file: string): Promise<boolean> {
  return transaction(async (tx) => {
    const standing = await current(tx, manifest.period);
    if (standing?.id === id) return false;
    if (supersedesFault(manifest, standing).length > 0) throw new Conflict("period_taken");
    const publishedAt = now();
    const changed = await tx
      .update(deliveries)
      .set({ state: "published", publishedAt, releaseFile: file, faults: [] })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, [...OPEN])))
      .returning({ id: deliveries.id });
    if (changed.length === 0) throw new Conflict("delivery_state");
    if (standing) await tx.update(deliveries).set({ state: "superseded" }).where(eq(deliveries.id, standing.id));

    const shown = { deliveryId: id, file, measuredOn: manifest.measureDate, publishedAt };
    await tx
      .insert(publishedReleases)
      .values({ period: manifest.period, ...shown })
      .onConflictDoUpdate({ target: publishedReleases.period, set: shown });
    await audit(tx, actor, {
      event: "delivery.publish",
      action: "U",
      object: { type: "delivery", id, version: manifest.period },
      detail: { file, rows: manifest.files["values.csv"].rows, replaced: standing?.id ?? null },
    });
    return standing !== undefined;
  });
}

type Current = { id: string; deliveryId: string };

async function current(tx: Transaction, period: string): Promise<Current | undefined> {
  const [row] = await tx
    .select({ id: deliveries.id, deliveryId: deliveries.deliveryId })
    .from(publishedReleases)
    .innerJoin(deliveries, eq(deliveries.id, publishedReleases.deliveryId))
    .where(eq(publishedReleases.period, period));
  return row;
}

function supersedesFault(manifest: Manifest, standing: Current | undefined): Fault[] {
  const expected = standing?.deliveryId ?? null;
  if (manifest.supersedes === expected) return [];
  const code = standing ? "period_taken" : "nothing_to_supersede";
  return [{ file: "manifest.json", column: "supersedes", code, detail: expected ?? undefined }];
}

function rowOf(manifest: Manifest) {
  const { deliveryId, source, period, catalogueVersion } = manifest;
  return { deliveryId, source, period, catalogueVersion, rows: manifest.files["values.csv"].rows };
}
