import type { Cell } from "#app/shared/csv.ts";
import { xlsxOf } from "#app/reports/exports/xlsx.ts";
import { median } from "./median.ts";

const ROWS = 20_000;

/** A workbook of 20,000 rows and 12 columns. @returns the median in milliseconds */
export async function benchXlsx(rounds = 7): Promise<number> {
  const heads = Array.from({ length: 12 }, (_, n) => `Kolom ${n + 1}`);
  const rows = Array.from({ length: ROWS }, (_, r): Cell[] => [
    `DM-${r % 400}`,
    `Indicator ${r % 116} met een naam van gewone lengte`,
    { date: "2026-09-30" },
    ...Array.from({ length: 9 }, (__, n) => (r * 37 + n * 11) / 7),
  ]);
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const start = performance.now();
    await xlsxOf([{ name: "Cijfers", heads, rows, decimals: heads.map(() => 1) }]);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}
