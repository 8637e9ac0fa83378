import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts } from "#app/reports/model/texts.ts";
import type { ProgrammeCard } from "#app/reports/model/cards.ts";
import { RowSpark } from "./row-spark.tsx";

/** Every programme with small charts of what is furthest from the median, and the way to all of it. */
export function ProgrammeCards({
  cards,
  to,
}: {
  cards: ProgrammeCard[];
  to: (more: Record<string, string>) => string;
}) {
  const { language } = useShell();
  const words = pick(texts, language).overview;
  return (
    <section aria-labelledby="programmas">
      <h2 id="programmas">{words.programmes}</h2>
      <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        {cards.map((group) => (
          <section
            key={group.id}
            aria-labelledby={`programma-${group.id}`}
            className="keep flex flex-col rounded-xl border border-line bg-raised p-5"
          >
            <h3 id={`programma-${group.id}`} className="mt-0! mb-1!">
              {group.name}
            </h3>
            <p className="text-[0.9375rem] text-soft">
              {words.programmeFacts(group.delivered, group.all, group.better, group.worse)}
            </p>
            <ul className="mt-3 grid grow grid-cols-2 content-start gap-x-4 gap-y-4">
              {group.rows.map((row) => (
                <li key={row.id} className="flex min-w-0 flex-col justify-between">
                  <a href={to({ id: row.id })} className="min-h-6 text-[0.9375rem] leading-snug hyphens-auto">
                    {row.name}
                  </a>
                  <span className="mt-1 flex flex-wrap items-end gap-x-2">
                    <RowSpark row={row} />
                    <strong>{row.value === null ? "–" : formatFigure(row, row.value, language)}</strong>
                  </span>
                </li>
              ))}
            </ul>
            <a href={to({ programma: group.id })} className="mt-3 inline-flex min-h-11 items-center font-semibold">
              {words.programmeAll(group.name, group.delivered)}
            </a>
          </section>
        ))}
      </div>
      <p className="mt-4">
        <a href={to({ programma: "alle" })} className="inline-flex min-h-11 items-center">
          {words.everything}
        </a>
      </p>
    </section>
  );
}
