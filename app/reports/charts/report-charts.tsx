import { pick, type Language } from "#app/shared/i18n.ts";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "#app/reports/model/figure-format.ts";
import type { Insight } from "#app/reports/model/insight.ts";
import type { Marks } from "#app/reports/model/marks.ts";
import type { Report } from "#app/reports/model/report.ts";
import type { Sentences } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";
import { FunnelPlot } from "./funnel.tsx";
import type { Palette } from "./palette.ts";
import { Strip } from "./strip.tsx";
import { Trend } from "./trend.tsx";

type Look = { palette: Palette; size: "wide" | "narrow"; language: Language };
type Props = Look & { report: Report; said: Sentences; indicator: Indicator };

/** The trend of a report, with what the practice wrote beside it. */
export function ReportTrend({ report, said, indicator, palette, size, language, marks }: Props & { marks?: Marks }) {
  const words = pick(texts, language).page;
  const signalled = (place: number) => report.course.signals.some(({ from, to }) => from <= place && place <= to);
  return (
    <Trend
      points={report.points.map(({ period, figure, peers }, place) => ({
        label: formatPeriod(period),
        value: figure?.value ?? null,
        low: figure?.low ?? 0,
        high: figure?.high ?? 0,
        small: figure?.small ?? false,
        peers,
        marked: signalled(place),
        note: marks?.letters.get(period) ?? null,
      }))}
      palette={palette}
      size={size}
      id={`trend-${report.indicatorId}-${size}`}
      title={words.trend}
      description={said.trend}
      ceiling={indicator.unit === "percent" ? 1 : null}
      goal={marks?.goal ?? null}
      format={axis(indicator, language)}
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
      id={`strip-${report.indicatorId}-${size}`}
      title={words.strip}
      description={said.strip ?? ""}
      format={(fraction) => formatFigure(indicator, fraction, language)}
      words={{ median: words.median }}
    />
  );
}

/** The practice among all others by how many were counted; nothing when there are too few. */
export function ReportFunnel({
  report,
  insight,
  indicator,
  palette,
  size,
  language,
}: Look & { report: Report; insight: Insight; indicator: Indicator }) {
  const words = pick(texts, language);
  const { figure } = report.last;
  if (!figure || !report.funnel || !insight.funnel) return null;
  return (
    <FunnelPlot
      own={{ size: figure.denominator, value: figure.value, small: figure.small }}
      {...report.funnel}
      unit={indicator.unit}
      palette={palette}
      size={size}
      id={`funnel-${size}`}
      title={words.insight.funnel}
      description={`${insight.funnel.place} ${insight.funnel.facts}`}
      format={axis(indicator, language)}
      count={(number) => formatNumber(number, language)}
      words={{ size: words.insight.funnelSize, own: words.page.own }}
    />
  );
}

const axis = (indicator: Indicator, language: Language) => (fraction: number, decimals: number) =>
  indicator.unit === "percent"
    ? formatPercent(fraction, language, decimals)
    : formatNumber(fraction * 1000, language, decimals > 0 ? 1 : 0);
