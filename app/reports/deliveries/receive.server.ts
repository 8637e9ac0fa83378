import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Actor } from "#app/shared/actor.ts";
import { catalogueVersion } from "#app/reports/definitions/catalogue.ts";
import type { DeliveryState, Fault } from "#db/schema/reports.ts";
import { mayDeliver } from "./may-deliver.ts";
import { type Manifest, readManifest } from "#app/reports/format/manifest.ts";
import { register } from "./register.server.ts";

/** A delivery that is known and may be checked now. */
export type Received = { id: string; folder: string; manifest: Manifest; manifestHash: string };
export type Receipt =
  | { outcome: "received"; received: Received }
  /** Seen before; nothing was changed. */
  | { outcome: "already"; id: string; period: string; state: DeliveryState }
  | { outcome: "refused"; id?: string; faults: Fault[] };

const LARGEST_MANIFEST = 64 * 1024;

/**
 * Takes notice of a delivery by its manifest; its rows are not looked at.
 * @param folder holds `manifest.json`, `practices.csv` and `values.csv` (`docs/deliveries.md`)
 * @param upload id of the upload, when the files came by the browser
 */
export async function receiveDelivery(actor: Actor, folder: string, upload?: string): Promise<Receipt> {
  mayDeliver(actor);
  const missing = ["manifest.json", "practices.csv", "values.csv"].filter((name) => !isFile(path.join(folder, name)));
  if (missing.length > 0) return { outcome: "refused", faults: missing.map((file) => ({ file, code: "missing" })) };
  if (statSync(path.join(folder, "manifest.json")).size > LARGEST_MANIFEST)
    return { outcome: "refused", faults: [{ file: "manifest.json", code: "not_json" }] };
  const bytes = readFileSync(path.join(folder, "manifest.json"));
  const read = readManifest(bytes);
  if ("faults" in read) return { outcome: "refused", faults: read.faults };

  const manifestHash = createHash("sha256").update(bytes).digest("hex");
  const { manifest } = read;
  const known = [...catalogueFault(manifest), ...detailsFault(manifest, folder)];
  const registered = await register(actor, manifest, manifestHash, { known, upload });
  if ("already" in registered)
    return { outcome: "already", id: registered.id, period: manifest.period, state: registered.already };
  if ("faults" in registered) return { outcome: "refused", ...registered };
  return { outcome: "received", received: { id: registered.id, folder: path.resolve(folder), manifest, manifestHash } };
}

function catalogueFault(manifest: Manifest): Fault[] {
  if (manifest.catalogueVersion === catalogueVersion) return [];
  const detail = `${manifest.catalogueVersion} ≠ ${catalogueVersion}`;
  return [{ file: "manifest.json", column: "catalogueVersion", code: "catalogue_version", detail }];
}

function detailsFault(manifest: Manifest, folder: string): Fault[] {
  if (!manifest.files["details.csv"] || isFile(path.join(folder, "details.csv"))) return [];
  return [{ file: "details.csv", code: "missing" }];
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}
