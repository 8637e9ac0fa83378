import { pick, type Language } from "#app/shared/i18n.ts";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "../figure-format.ts";
import type { Report } from "../report.ts";
import type { Sentences } from "../sentences.ts";
import { texts } from "../texts.ts";
import type { Palette } from "./palette.ts";
import { Strip } from "./strip.tsx";
import { Trend } from "./trend.tsx";

type Props = {
  report: Report;
  said: Sentences;
  indicator: Indicator;
  palette: Palette;
  size: "wide" | "narrow";
  language: Language;
};

/** The trend of a report. */
export function ReportTrend({ report, said, indicator, palette, size, language }: Props) {
  const words = pick(texts, language).page;
  const percent = indicator.unit === "percent";
  return (
    <Trend
      points={report.points.map(({ period, figure, peers }) => ({
        label: formatPeriod(period),
        value: figure?.value ?? null,
        low: figure?.low ?? 0,
        high: figure?.high ?? 0,
        small: figure?.small ?? false,
        peers,
      }))}
      palette={palette}
      size={size}
      id={`trend-${size}`}
      title={words.trend}
      description={said.trend}
      ceiling={percent ? 1 : null}
      format={(fraction, decimals) =>
        percent ? formatPercent(fraction, language, decimals) : formatNumber(fraction * 1000, language)
      }
      words={{ own: words.own, median: words.median }}
    />
  );
}

/** Where the practice stands among its peers; nothing when there are none to show. */
export function ReportStrip({ report, said, indicator, palette, size, language }: Props) {
  const words = pick(texts, language).page;
  const { figure, peers } = report.last;
  if (!figure || !peers) return null;
  return (
    <Strip
      {...figure}
      peers={peers}
      palette={palette}
      size={size}
      id={`strip-${size}`}
      title={words.strip}
      description={said.strip ?? ""}
      format={(fraction) => formatFigure(indicator, fraction, language)}
      words={{ median: words.median }}
    />
  );
}
