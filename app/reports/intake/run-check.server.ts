import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { layOut } from "#app/platform/files/sealed-file.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Fault } from "#db/schema/reports.ts";
import { checkDelivery } from "../deliveries/check.server.ts";
import { deliveryById } from "../deliveries/find.server.ts";
import { type Receipt, type Received, receiveDelivery } from "../deliveries/receive.server.ts";
import type { Step } from "../deliveries/build-release.server.ts";
import { FILE_NAMES, type FileName } from "./file-names.ts";
import { endUpload, offsetsOf, type Upload, uploadOf } from "./uploads.server.ts";
import { uploadFolder } from "#app/reports/deliveries/uploads-folder.server.ts";

export type Running = { step: Step | null; share: number };
// Kept on the process, as development evaluates modules again.
const process_ = globalThis as { zorgpoortChecks?: Map<string, Running> };
const running = (process_.zorgpoortChecks ??= new Map<string, Running>());

/** How far the check of this delivery is in this process; undefined when none runs. */
export function runningCheck(id: string): Running | undefined {
  return running.get(id);
}

/** Uploads that are being taken in or checked. */
const busy = new Set<string>();
export const busyUploads = (): ReadonlySet<string> => busy;

const plainFolder = (upload: string) => path.join(uploadFolder(upload), "plain");

/**
 * Takes a whole upload in and begins its check, which goes on after this returns.
 * @returns the delivery, or what is wrong before there is one
 * @throws Conflict when files are not whole yet
 */
export async function takeUpload(
  actor: AccountActor,
  upload: Upload,
): Promise<{ delivery: string } | { faults: Fault[] }> {
  const offsets = await offsetsOf(upload);
  const announced = Object.entries(upload.announced) as [FileName, number][];
  if (announced.some(([name, size]) => offsets[name] !== size)) throw new Conflict("upload_unfinished");
  if (busy.has(upload.id)) throw new Conflict("upload_busy");
  busy.add(upload.id);
  let receipt: Receipt;
  try {
    receipt = await receiveDelivery(actor, await laidOut(upload), upload.id);
  } catch (error) {
    clear(upload.id);
    throw error;
  }
  if (receipt.outcome === "received") {
    void run(actor, upload.id, receipt.received);
    return { delivery: receipt.received.id };
  }
  clear(upload.id);
  await endUpload(upload.id);
  if (receipt.outcome === "refused" && receipt.id === undefined) return { faults: receipt.faults };
  return { delivery: receipt.id! };
}

/** Checks a delivery again whose check broke off, from the files that were uploaded. @throws Conflict when they are gone */
export async function checkAgain(actor: AccountActor, id: string): Promise<void> {
  const { upload } = await deliveryById(id);
  if (running.has(id)) return;
  if (upload === null || !existsSync(uploadFolder(upload))) throw new Conflict("upload_gone");
  await takeUpload(actor, await uploadOf(actor, upload));
}

async function laidOut(upload: Upload): Promise<string> {
  const [from, to] = [uploadFolder(upload.id), plainFolder(upload.id)];
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of FILE_NAMES) {
    if (existsSync(path.join(from, name)))
      await layOut(path.join(from, name), { key: upload.key, name }, path.join(to, name));
  }
  return to;
}

function clear(upload: string): void {
  rmSync(plainFolder(upload), { recursive: true, force: true });
  busy.delete(upload);
}

/** Runs a check to its end. What fails for another reason than the delivery leaves the files, so that it can be tried again. */
async function run(actor: AccountActor, upload: string, received: Received): Promise<void> {
  running.set(received.id, { step: null, share: 0 });
  try {
    await checkDelivery(actor, received, (step, share) => running.set(received.id, { step, share }));
    await endUpload(upload);
  } catch (error) {
    if (error instanceof Conflict) await endUpload(upload);
    else
      process.stderr.write(`${JSON.stringify({ level: "error", message: (error as Error).message, at: "check" })}\n`);
  } finally {
    running.delete(received.id);
    clear(upload);
  }
}
