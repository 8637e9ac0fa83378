import type { Actor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { DeliveryState, Fault, Finding } from "#db/schema/reports.ts";
import { checkDelivery } from "./check.server.ts";
import { deliveryStanding } from "./find.server.ts";
import { publishDelivery } from "./publish.server.ts";
import { receiveDelivery } from "./receive.server.ts";
import type { Progress } from "./run-worker.server.ts";

export type ImportResult =
  | { outcome: "published"; period: string; rows: number; replaced: boolean }
  /** Sound, but it differs too much from the release before it: a data manager decides. */
  | { outcome: "held"; id: string; period: string; findings: Finding[] }
  /** Seen before; nothing was changed. */
  | { outcome: "already"; period: string; state: DeliveryState }
  | { outcome: "refused"; faults: Fault[] };

/**
 * Takes in one delivery and publishes it at once when all is well: checks every row, builds its release file beside the
 * live ones, and shows it as one row. All or nothing, and the same delivery twice changes nothing. May be killed at any
 * moment: until the last short transaction readers see what they saw.
 * @param accept why one that is held is published all the same
 */
export async function importDelivery(
  actor: Actor,
  folder: string,
  progress: Progress,
  accept?: string,
): Promise<ImportResult> {
  const receipt = await receiveDelivery(actor, folder);
  if (receipt.outcome === "refused") return { outcome: "refused", faults: receipt.faults };
  const waiting = receipt.outcome === "already";
  if (waiting && receipt.state !== "checked" && receipt.state !== "held")
    return { outcome: "already", period: receipt.period, state: receipt.state };
  const id = waiting ? receipt.id : receipt.received.id;
  if (!waiting) {
    const checked = await checkDelivery(actor, receipt.received, progress);
    if (checked.outcome === "refused") return checked;
  }
  return show(actor, id, accept);
}

async function show(actor: Actor, id: string, accept: string | undefined): Promise<ImportResult> {
  const { period, rows, state, findings } = await deliveryStanding(id);
  if (state === "held" && accept === undefined) return { outcome: "held", id, period, findings };
  if (state !== "held" && state !== "checked") return { outcome: "already", period, state };
  try {
    return { outcome: "published", period, rows, replaced: await publishDelivery(actor, id, accept) };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (error.code === "period_taken")
      return { outcome: "refused", faults: [{ file: "manifest.json", column: "supersedes", code: "period_taken" }] };
    return { outcome: "already", period, state: (await deliveryStanding(id)).state };
  }
}
