import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts } from "#app/reports/model/texts.ts";
import { RowSpark } from "./row-spark.tsx";
import type { Row } from "#app/reports/model/rows.ts";
import type { StandingOut } from "#app/reports/model/standing-out.ts";

type Kind = keyof StandingOut;
const KINDS: [Kind, slug: string][] = [
  ["worse", "minder-goed"],
  ["better", "beter"],
  ["changed", "veranderd"],
];

/** What stands out in one minute: less good, better, changed; each with the way to all of its kind. */
export function StandOuts({ out, to }: { out: StandingOut; to: (more: Record<string, string>) => string }) {
  const { language } = useShell();
  const words = pick(texts, language).overview;
  return (
    <section aria-labelledby="opvallend" className="mb-8">
      <h2 id="opvallend" className="mt-0!">
        {words.out}
      </h2>
      <p className="mb-4 max-w-3xl text-soft">{words.outHow}</p>
      <div className="grid gap-5 lg:grid-cols-3">
        {KINDS.map(([kind, slug]) => (
          <section
            key={kind}
            aria-labelledby={`opvallend-${slug}`}
            className="keep rounded-xl border border-line bg-raised p-5"
          >
            <h3 id={`opvallend-${slug}`} className="mt-0!">
              {words.outKinds[kind](out[kind].count)}
            </h3>
            {out[kind].rows.length === 0 ? <p className="text-soft">{words.outNone[kind]}</p> : null}
            <ul className="divide-y divide-line">
              {out[kind].rows.map((row) => (
                <li key={row.id} className="py-3">
                  <Item row={row} kind={kind} href={to({ id: row.id })} />
                </li>
              ))}
            </ul>
            {out[kind].count > out[kind].rows.length ? (
              <a href={to({ oordeel: slug })} className="inline-flex min-h-11 items-center">
                {words.outAll(out[kind].count)}
              </a>
            ) : null}
          </section>
        ))}
      </div>
    </section>
  );
}

function Item({ row, kind, href }: { row: Row; kind: Kind; href: string }) {
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.overview;
  const write = (value: number | null) => (value === null ? "–" : formatFigure(row, value, language));
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <a href={href} className="inline-block min-h-6 font-medium hyphens-auto">
          {row.name}
        </a>
        <p className="text-[0.9375rem]">
          <strong>{write(row.value)}</strong>{" "}
          <span className="text-soft">
            {kind === "changed" ? words.outYearAgo(write(row.yearAgo)) : words.outMedian(write(row.median))}
          </span>
        </p>
        {kind === "changed" && row.change ? (
          <p className="mt-1">
            <Badge kind={row.change === "improved" ? "positive" : row.change === "worsened" ? "warning" : "neutral"}>
              {all.changes[row.change]}
            </Badge>
          </p>
        ) : null}
      </div>
      <span className="shrink-0 pt-1">
        <RowSpark row={row} />
      </span>
    </div>
  );
}
