import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { detailsFacts, detailsText, type DetailRow } from "./patient-details.ts";
import { catalogueVersion, indicators } from "#app/reports/definitions/catalogue.ts";

export type Row = { practice: string; indicator: string; numerator: number; denominator: number; expected?: number };

export type Practice = {
  agb: string;
  careGroup?: string;
  region?: string;
  listSize?: number;
  named?: string;
  formerly?: string;
};

export type Delivery = {
  period?: string;
  measureDate?: string;
  deliveryId?: string;
  supersedes?: string | null;
  practices: Practice[];
  rows: Row[];
  /** Patients, in the order in which they are to stand in `details.csv`. */
  details?: DetailRow[];
  keepUntil?: string;
  /** Changes the files after the manifest's facts about them were made, as damage on the way would. */
  damage?: (values: string) => string | Buffer;
  /** Changes the values before the facts are made: the sender is wrong and says so faithfully. */
  values?: (values: string) => string;
  manifest?: (manifest: Record<string, unknown>) => void;
};

const facts = (bytes: Buffer, rows: number) => ({
  rows,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** Writes a delivery as `docs/deliveries.md` describes it, with the damage a test asks for. */
export function writeDelivery(folder: string, delivery: Delivery): string {
  mkdirSync(folder, { recursive: true });
  const period = delivery.period ?? "2026-Q3";
  const ordered = delivery.rows.toSorted((a, b) => order(a, b));
  const weighed = ordered.some((row) => row.expected !== undefined);
  const lines = ordered.map((r) =>
    [r.practice, r.indicator, period, r.numerator, r.denominator, ...(weighed ? [r.expected ?? ""] : [])].join(";"),
  );
  const header = `practice;indicator;period;numerator;denominator${weighed ? ";expected" : ""}`;
  const plain = [header, ...lines, ""].join("\n");
  const text = delivery.values ? delivery.values(plain) : plain;
  const wide = delivery.practices.some((one) => one.region ?? one.listSize ?? one.named ?? one.formerly);
  const listed = delivery.practices
    .map((one) =>
      [
        ...[one.agb, one.careGroup ?? ""],
        ...(wide ? [one.region ?? "", one.listSize ?? "", one.named ?? "", one.formerly ?? ""] : []),
      ].join(";"),
    )
    .sort();
  const wideHeader = "practice;careGroup;region;listSize;named;formerly";
  const practices = Buffer.from([wide ? wideHeader : "practice;careGroup", ...listed, ""].join("\n"));
  const sum = (column: "numerator" | "denominator") => ordered.reduce((total, row) => total + row[column], 0);
  const details = delivery.details && detailsText(delivery.details);
  const manifest: Record<string, unknown> = {
    schema: "zorgpoort-delivery/1",
    deliveryId: delivery.deliveryId ?? `test-${period.toLowerCase()}`,
    source: "test",
    period,
    measureDate: delivery.measureDate ?? "2026-09-30",
    createdAt: "2026-10-05T08:00:00Z",
    catalogueVersion,
    supersedes: delivery.supersedes ?? null,
    files: {
      "practices.csv": facts(practices, listed.length),
      "values.csv": {
        ...facts(Buffer.from(text), text.split("\n").length - 2),
        controlTotals: {
          numerator: sum("numerator"),
          denominator: sum("denominator"),
          ...(weighed && { expected: ordered.reduce((total, row) => total + (row.expected ?? 0), 0) }),
        },
      },
      ...(details !== undefined && { "details.csv": detailsFacts(details, delivery.keepUntil) }),
    },
  };
  delivery.manifest?.(manifest);
  writeFileSync(path.join(folder, "practices.csv"), practices);
  writeFileSync(path.join(folder, "values.csv"), delivery.damage ? delivery.damage(text) : text);
  if (details !== undefined) writeFileSync(path.join(folder, "details.csv"), details);
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/** Practices with codes in a row, all in one care group unless told. */
export function somePractices(count: number, careGroup = "Zorggroep Test") {
  return Array.from({ length: count }, (_, n) => ({ agb: `019${String(n).padStart(5, "0")}`, careGroup }));
}

/** One figure for every practice and each of these indicators. */
export function someRows(
  practices: { agb: string }[],
  ids: string[] = indicators.slice(0, 3).map(({ id }) => id),
  figure: (practice: number, indicator: number) => [number, number] = (p) => [40 + (p % 50), 100],
): Row[] {
  return practices.flatMap(({ agb }, p) =>
    ids.map((indicator, i) => {
      const [numerator, denominator] = figure(p, i);
      return { practice: agb, indicator, numerator, denominator };
    }),
  );
}

function order(a: Row, b: Row): number {
  if (a.practice !== b.practice) return a.practice < b.practice ? -1 : 1;
  return a.indicator < b.indicator ? -1 : Number(a.indicator > b.indicator);
}
