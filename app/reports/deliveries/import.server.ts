import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Actor } from "#app/rights/actor.ts";
import { catalogueVersion, indicators } from "#app/reports/definitions/catalogue.ts";
import { releasesFolder } from "#app/reports/figures/kept-releases.server.ts";
import { force } from "#app/reports/figures/write-release.server.ts";
import { dropDetails, startDetails } from "#app/reports/patients/detail-files.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import type { Fault } from "#db/schema/reports.ts";
import { removeLeftovers, temporaryName } from "./leftovers.server.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { publish, refuse, register, type Standing } from "./record.server.ts";
import { buildInWorker, type Progress } from "./run-worker.server.ts";

export type ImportResult =
  | { outcome: "published"; period: string; rows: number; replaced: boolean }
  /** Seen before; nothing was changed. */
  | { outcome: "already"; period: string; state: Standing }
  | { outcome: "refused"; faults: Fault[] };

const LARGEST_MANIFEST = 64 * 1024;

/**
 * Takes in one delivery: checks every row, builds its release file beside the live ones and publishes it as one row.
 * All or nothing, and the same delivery twice changes nothing. May be killed at any moment: until the last short
 * transaction readers see what they saw, and what was left lying is removed on the next run.
 * @param folder holds `manifest.json`, `practices.csv` and `values.csv` (`docs/deliveries.md`)
 */
export async function importDelivery(actor: Actor, folder: string, progress: Progress): Promise<ImportResult> {
  if (actor.kind !== "system" && !(actor.kind === "account" && actor.operatorRole === "data_manager"))
    throw new Forbidden();
  mkdirSync(releasesFolder(), { recursive: true });
  removeLeftovers();

  const missing = ["manifest.json", "practices.csv", "values.csv"].filter((name) => !isFile(path.join(folder, name)));
  if (missing.length > 0) return { outcome: "refused", faults: missing.map((file) => ({ file, code: "missing" })) };
  if (statSync(path.join(folder, "manifest.json")).size > LARGEST_MANIFEST)
    return { outcome: "refused", faults: [{ file: "manifest.json", code: "not_json" }] };
  const bytes = readFileSync(path.join(folder, "manifest.json"));
  const read = readManifest(bytes);
  if ("faults" in read) return { outcome: "refused", faults: read.faults };

  const manifestHash = createHash("sha256").update(bytes).digest("hex");
  const { manifest } = read;
  const registered = await register(actor, manifest, manifestHash, catalogueFault(manifest));
  if ("already" in registered) return { outcome: "already", period: manifest.period, state: registered.already };
  if ("faults" in registered) return { outcome: "refused", faults: registered.faults };
  return build(actor, folder, { manifest, manifestHash, id: registered.id }, progress);
}

type Registered = { id: string; manifest: Manifest; manifestHash: string };

async function build(actor: Actor, folder: string, delivery: Registered, progress: Progress): Promise<ImportResult> {
  const { manifest, manifestHash, id } = delivery;
  const sorted = indicators.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const temporary = path.join(releasesFolder(), temporaryName(manifestHash));
  const name = `${manifest.period}-${manifestHash.slice(0, 16)}.db`;
  try {
    const order = {
      folder: path.resolve(folder),
      file: temporary,
      manifest,
      manifestHash,
      indicators: sorted.map((one) => one.id),
      rates: sorted.map((one) => one.unit === "per_1000"),
      details: await startDetails(id, manifestHash, manifest),
    };
    const faults = await buildInWorker(order, progress);
    if (faults.length > 0) {
      await dropDetails(id);
      await refuse(actor, id, faults);
      return { outcome: "refused", faults };
    }
    renameSync(temporary, path.join(releasesFolder(), name));
    force(releasesFolder());
    const replaced = await publish(actor, id, manifest, name);
    return { outcome: "published", period: manifest.period, rows: manifest.files["values.csv"].rows, replaced };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const faults = [{ file: "manifest.json", column: "supersedes", code: "period_taken" }];
    await refuse(actor, id, faults);
    return { outcome: "refused", faults };
  } finally {
    rmSync(temporary, { force: true });
  }
}

function catalogueFault(manifest: Manifest): Fault[] {
  if (manifest.catalogueVersion === catalogueVersion) return [];
  const detail = `${manifest.catalogueVersion} ≠ ${catalogueVersion}`;
  return [{ file: "manifest.json", column: "catalogueVersion", code: "catalogue_version", detail }];
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}
