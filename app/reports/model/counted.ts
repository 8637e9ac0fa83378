import type { Indicator } from "#app/reports/definitions/catalogue.ts";

export type Counted = "patients" | "episodes" | "prescriptions" | "patient_years";

/** What the denominator of an indicator is made of, for sentences such as "14 van 212 patiënten". */
export function countedIn({ unit, denominator }: Pick<Indicator, "unit" | "denominator">): Counted {
  if (unit === "per_1000") return "patient_years";
  const start = denominator.nl.toLowerCase();
  if (start.startsWith("episodes")) return "episodes";
  return /^(?:alle |eerste )?\w*voorschriften/.test(start) ? "prescriptions" : "patients";
}
