import type { Language } from "#app/shared/i18n.ts";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import type { Indicator } from "#app/reports/definitions/catalogue.ts";

/** Writes a stored fraction in the unit of its indicator: "63,4%" or "255 per 1000". */
export function formatFigure(
  indicator: Pick<Indicator, "unit">,
  fraction: number,
  language: Language,
  decimals = 1,
): string {
  if (indicator.unit === "percent") return formatPercent(fraction, language, decimals);
  return `${formatNumber(fraction * 1000, language)} per 1000`;
}

/** "2026-Q3" as "Q3 2026". */
export function formatPeriod(period: string): string {
  const [year, quarter] = period.split("-");
  return quarter ? `${quarter} ${year ?? ""}` : period;
}
