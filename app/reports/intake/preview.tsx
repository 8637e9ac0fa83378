import { pick } from "#app/shared/i18n.ts";
import { Card, DataTable, DescriptionList } from "#app/ui/data.tsx";
import { formatNumber, formatPercent } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";
import type { DeliveryView } from "./view.server.ts";

type Shown = NonNullable<DeliveryView["preview"]>;

/** Differences to the release before: sums, practices by code, programmes, and what moves most. */
export function Preview({ preview }: { preview: Shown }) {
  const { language } = useShell();
  const words = pick(texts, language).preview;
  const { before, totals } = preview;
  const number = (value: number) => formatNumber(value, language);
  const signed = (value: number, decimals = 1) => `${value > 0 ? "+" : ""}${formatNumber(value, language, decimals)}`;
  const codes = ({ count, codes }: Shown["fresh"]) =>
    count === 0
      ? words.none
      : `${number(count)}: ${codes.join(", ")}${count > codes.length ? `, ${words.more(count - codes.length)}` : ""}`;
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="text-soft">{before ? words.against(before.period, before.deliveryId) : words.nothing}</p>
      <h3>{words.totals}</h3>
      <DataTable
        caption={words.totals}
        columns={words.totalColumns}
        numeric={[1, 2, 3]}
        rows={(["practices", "numerator", "denominator"] as const).map((key) => {
          const was = before?.totals[key];
          return {
            key,
            cells: [
              words.totalRows[key],
              number(totals[key]),
              was === undefined ? "–" : number(was),
              was ? `${signed((totals[key] / was - 1) * 100)}%` : "–",
            ],
          };
        })}
      />
      {before ? (
        <>
          <Card title={words.practices}>
            <DescriptionList
              items={(["fresh", "gone", "moved", "merged"] as const).map((key) => ({
                term: words[key],
                value: <span className="break-words">{codes(preview[key])}</span>,
              }))}
            />
          </Card>
          <h3>{words.programmes}</h3>
          <DataTable
            caption={words.programmes}
            columns={words.programmeColumns}
            numeric={[1, 2]}
            rows={preview.programmes.map(({ id, name, indicators, mean }) => ({
              key: id,
              cells: [name[language], number(indicators), `${signed(mean, 2)} ${words.points}`],
            }))}
          />
          <h3>{words.movers}</h3>
          <DataTable
            caption={words.movers}
            columns={words.moverColumns}
            numeric={[1, 2, 3]}
            rows={preview.movers.map(({ id, name, mean, meanBefore, points }) => ({
              key: id,
              cells: [
                `${id} ${name[language]}`,
                formatPercent(meanBefore, language),
                formatPercent(mean, language),
                `${signed(points)} ${words.points}`,
              ],
            }))}
          />
        </>
      ) : null}
    </section>
  );
}
