import { z } from "zod";
import type { Fault } from "#db/schema/reports.ts";
import { mayKeepUntil } from "./keep-until.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Figures are held in memory per practice while benchmarks are worked out; the Netherlands has some 7,000. */
const MOST_PRACTICES = 100_000;
const file = { rows: count, bytes: count, sha256 };

const manifest = z.strictObject({
  schema: z.literal("zorgpoort-delivery/1"),
  deliveryId: name,
  source: name,
  period: z.string().regex(/^20\d\d-Q[1-4]$/),
  /** The date the figures speak of; in the period. */
  measureDate: z.iso.date(),
  createdAt: z.iso.datetime(),
  catalogueVersion: z.string(),
  /** `deliveryId` of the delivery this one corrects. */
  supersedes: name.nullable(),
  files: z.strictObject({
    "practices.csv": z.strictObject({ ...file, rows: count.max(MOST_PRACTICES) }),
    "values.csv": z.strictObject({
      ...file,
      /** `expected` belongs to files with that column. */
      controlTotals: z.strictObject({ numerator: count, denominator: count, expected: z.number().min(0).optional() }),
    }),
    "details.csv": z.strictObject({ ...file, keepUntil: z.iso.date() }).optional(),
  }),
});

export type Manifest = z.infer<typeof manifest>;
export type FileFacts = { rows: number; bytes: number; sha256: string };

/** Reads a manifest; every fault names the field it is about. */
export function readManifest(bytes: Uint8Array): { manifest: Manifest } | { faults: Fault[] } {
  const fault = (code: string, column?: string): Fault => ({ file: "manifest.json", code, column });
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { faults: [fault("not_json")] };
  }
  const read = manifest.safeParse(data);
  if (!read.success) return { faults: read.error.issues.map((issue) => fault("manifest_field", issue.path.join("."))) };
  if (quarterOf(read.data.measureDate) !== read.data.period)
    return { faults: [fault("date_outside_period", "measureDate")] };
  const details = read.data.files["details.csv"];
  if (details && !mayKeepUntil(details.keepUntil, read.data))
    return { faults: [fault("keep_until", "files.details.csv.keepUntil")] };
  return { manifest: read.data };
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
