import { createHash } from "node:crypto";
import { DETAILS_HEADER } from "#app/reports/patients/read-details.server.ts";

export type DetailRow = {
  practice: string;
  indicator: string;
  patient: string;
  number: string;
  birthYear?: number | string;
  counted: boolean;
  value?: string;
  date?: string;
};

/** `details.csv` as `docs/deliveries.md` describes it, in the order of the rows given. */
export function detailsText(rows: DetailRow[]): string {
  const lines = rows.map((row) =>
    [
      row.practice,
      row.indicator,
      row.patient,
      row.number,
      row.birthYear ?? 1960,
      row.counted ? 1 : 0,
      row.value ?? "",
      row.date ?? "",
    ].join(";"),
  );
  return [DETAILS_HEADER, ...lines, ""].join("\n");
}

/** What the manifest says of a file of patients. */
export function detailsFacts(text: string, keepUntil = "2027-12-31") {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { rows: text.split("\n").length - 2, bytes: bytes.length, sha256, keepUntil };
}

/** So many patients of one figure: the first ones are in the numerator. Numbers and pseudonyms are visibly invented. */
export function somePatients(practice: string, indicator: string, [counted, all]: [number, number]): DetailRow[] {
  return Array.from({ length: all }, (_, n): DetailRow => {
    const number = String(n + 1).padStart(4, "0");
    return {
      practice,
      indicator,
      patient: `pseudo-${practice}-${number}`,
      number: `PAT${number}`,
      birthYear: 1930 + (n % 60),
      counted: n < counted,
      value: n < counted ? String(45 + (n % 30)) : "",
      date: n < counted ? `2026-0${1 + (n % 9)}-15` : "",
    };
  });
}
