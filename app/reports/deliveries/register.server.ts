import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { deliveries, type DeliveryState, type Fault } from "#db/schema/reports.ts";
import type { Manifest } from "#app/reports/format/manifest.ts";
import { nameOf } from "./may-deliver.ts";
import { shownFor, supersedesFault } from "./shown.server.ts";
import { mayStep, statesFor } from "./states.ts";

export type Registered = { id: string } | { id: string; already: DeliveryState } | { id: string; faults: Fault[] };

/** Notes that a delivery came in; says so when it was seen before, or may not come in as it is. */
export async function register(
  actor: Actor,
  manifest: Manifest,
  manifestHash: string,
  { known, upload }: { known: Fault[]; upload?: string },
): Promise<Registered> {
  return transaction(async (tx) => {
    const [seen] = await tx
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(eq(deliveries.manifestHash, manifestHash));
    if (seen && !mayStep(seen.state, "begin")) return { id: seen.id, already: seen.state };

    const id = seen?.id ?? newId();
    const faults = [...known, ...supersedesFault(manifest.supersedes, await shownFor(tx, manifest.period))];
    const state = faults.length > 0 ? ("refused" as const) : (seen?.state ?? ("received" as const));
    const facts = { state, faults, upload: (faults.length === 0 && upload) || null, receivedBy: nameOf(actor) };
    if (seen) await tx.update(deliveries).set(facts).where(eq(deliveries.id, id));
    else await tx.insert(deliveries).values({ ...rowOf(manifest), ...facts, id, manifestHash, receivedAt: now() });
    await audit(tx, actor, {
      event: "delivery.receive",
      outcome: faults.length > 0 ? "refused" : "done",
      id,
      version: manifest.period,
      detail: { source: manifest.source, delivery: manifest.deliveryId, codes: faults.map((fault) => fault.code) },
    });
    return faults.length > 0 ? { id, faults } : { id };
  });
}

/** Notes that its check begins. @throws Conflict when it was checked or refused by somebody meanwhile */
export async function begin(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const begun = await tx
      .update(deliveries)
      .set({ state: "checking", faults: [], comparison: null })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, statesFor("begin"))))
      .returning({ id: deliveries.id });
    if (begun.length === 0) throw new Conflict("delivery_state");
    await audit(tx, actor, { event: "delivery.check", id });
  });
}

function rowOf(manifest: Manifest) {
  const { deliveryId, source, period, catalogueVersion, measureDate, supersedes, files } = manifest;
  return {
    ...{ deliveryId, source, period, catalogueVersion, supersedes },
    measuredOn: measureDate,
    rows: files["values.csv"].rows,
  };
}
