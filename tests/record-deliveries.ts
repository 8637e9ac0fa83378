/** Deliveries of records in a folder of their own, as a sender would write them (docs/records.md). */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { importRecords } from "#app/clients/records/import/import.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";

export type Line = Record<string, unknown>;
export type Delivery = Partial<Record<"persons" | "treatments" | "appointments" | "parts", (Line | string)[]>>;
type More = { manifest?: object; files?: Record<string, Uint8Array> };

/** Writes a delivery and returns its folder. A line given as text is written as it is. */
export function writeRecords(given: Delivery, more: More = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-records-"));
  mkdirSync(path.join(folder, "files"));
  const files: Record<string, object> = {};
  for (const [name, lines] of Object.entries(given)) {
    const text = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
    writeFileSync(path.join(folder, `${name}.jsonl`), text);
    files[`${name}.jsonl`] = { lines: lines.length, sha256: sha256(text) };
  }
  for (const [name, bytes] of Object.entries(more.files ?? {})) writeFileSync(path.join(folder, "files", name), bytes);
  const manifest = { format: 1, environment: "getij", madeAt: "2026-11-24T06:00:00Z", files, ...more.manifest };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/** Writes a delivery and takes it in. */
export function deliverRecords(given: Delivery, more: More = {}) {
  return importRecords({ kind: "system", name: "test" }, writeRecords(given, more));
}
