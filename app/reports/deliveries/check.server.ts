import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Actor } from "#app/shared/actor.ts";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { releasesFolder } from "#app/reports/figures/kept-releases.server.ts";
import { force } from "#app/reports/figures/write-release.server.ts";
import { dropDetails, startDetails } from "#app/reports/patients/detail-files.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Comparison, DeliveryState, Fault } from "#db/schema/reports.ts";
import { endCheck, refuse } from "./end-check.server.ts";
import { removeLeftovers, temporaryName } from "./leftovers.server.ts";
import { mayDeliver } from "./may-deliver.ts";
import type { Received } from "./receive.server.ts";
import { begin } from "./register.server.ts";
import { buildInWorker, type Progress } from "./run-worker.server.ts";
import { releaseBefore } from "./shown.server.ts";

export type Checked = Ready | { outcome: "refused"; faults: Fault[] };
type Ready = { outcome: "ready"; state: DeliveryState; comparison: Comparison };

/**
 * Checks every row of a delivery and builds its release file beside the live ones; publishes nothing. May be killed at any
 * moment: what was left lying is removed on the next run, and the delivery can be checked again.
 * @throws Conflict when it was checked or dropped meanwhile
 */
export async function checkDelivery(actor: Actor, received: Received, progress: Progress): Promise<Checked> {
  mayDeliver(actor);
  const { id, folder, manifest, manifestHash } = received;
  await begin(actor, id);
  mkdirSync(releasesFolder(), { recursive: true });
  removeLeftovers();
  const sorted = indicators.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const temporary = path.join(releasesFolder(), temporaryName(manifestHash));
  const releaseFile = `${manifest.period}-${manifestHash.slice(0, 16)}.db`;
  const before = await releaseBefore(manifest.period);
  try {
    const order = {
      folder,
      file: temporary,
      manifest,
      manifestHash,
      indicators: sorted.map((one) => one.id),
      rates: sorted.map((one) => one.unit === "per_1000"),
      details: await startDetails(id, manifestHash, manifest),
      before: before && path.join(releasesFolder(), before),
    };
    const { faults, comparison } = await buildInWorker(order, progress);
    if (faults.length > 0 || !comparison) {
      await dropDetails(id);
      await refuse(actor, id, faults);
      return { outcome: "refused", faults };
    }
    renameSync(temporary, path.join(releasesFolder(), releaseFile));
    force(releasesFolder());
    const state = await endCheck(actor, id, { releaseFile, comparison });
    return { outcome: "ready", state, comparison };
  } catch (error) {
    if (error instanceof Conflict) {
      rmSync(path.join(releasesFolder(), releaseFile), { force: true });
      await dropDetails(id);
    }
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
