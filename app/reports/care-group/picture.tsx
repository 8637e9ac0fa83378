import { pick } from "#app/shared/i18n.ts";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { Members } from "../charts/members.tsx";
import { onPage } from "../charts/palette.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import type { CareGroupView } from "./find.server.ts";
import { texts } from "./texts.ts";

/** The practices of a group as a picture, with the same in words. */
export function Picture({ view, indicator }: { view: CareGroupView; indicator: Indicator }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { members, peers } = view;
  const write = (fraction: number) => formatFigure(indicator, fraction, language);
  const values = members.map((one) => one.value);
  const band = peers
    ? words.band(write(peers.p10), write(peers.p50), write(peers.p90), formatNumber(peers.n, language))
    : words.noBand;
  const said =
    values.length > 0
      ? `${words.chartText(values.length, write(Math.min(...values)), write(Math.max(...values)))} ${band}`
      : band;
  const chart = (size: "wide" | "narrow") => (
    <Members
      rows={members}
      peers={peers}
      palette={onPage}
      size={size}
      id={`members-${size}`}
      title={words.chart}
      description={said}
      ceiling={indicator.unit === "percent" ? 1 : null}
      format={(fraction, decimals) =>
        indicator.unit === "percent"
          ? formatPercent(fraction, language, decimals)
          : formatNumber(fraction * 1000, language)
      }
    />
  );
  return (
    <figure>
      {members.length > 0 ? (
        <>
          <div className="hidden max-w-4xl sm:block">{chart("wide")}</div>
          <div className="sm:hidden">{chart("narrow")}</div>
        </>
      ) : null}
      <figcaption className="mt-3 max-w-3xl space-y-1 text-[0.9375rem]">
        <p>{said}</p>
        <p className="text-soft">{words.legend}</p>
      </figcaption>
    </figure>
  );
}
