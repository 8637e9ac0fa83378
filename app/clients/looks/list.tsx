import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatDate, formatTime } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import type { SaidLook } from "./said.ts";
import { texts } from "./texts.ts";

type Fold = SaidLook & { first: Date; times: Date[] };

/** Looks, newest first; those of one day, person and kind folded into one that opens. */
export function LookList({ folds }: { folds: Fold[] }) {
  const { language } = usePortal();
  const words = pick(texts, language);
  return (
    <ol className="my-6 divide-y divide-line rounded-xl border border-line bg-raised">
      {folds.map((fold) => (
        <li key={fold.id} className="keep px-5 py-4 sm:px-6">
          <p className="text-soft">
            {formatDate(fold.first, language)}
            {fold.times.length > 1 ? words.times(fold.times.length) : ""} {words.at} {formatTime(fold.first, language)}
          </p>
          <p className="mt-1">
            <strong className="font-semibold">{fold.who}</strong>
            {fold.role && fold.role !== fold.who ? `, ${fold.role}` : ""}{" "}
            <span className="text-soft">({fold.organisation})</span> {fold.action} {fold.what}.
          </p>
          <p className="mt-1 text-soft">
            {words.why}: {fold.why}.{fold.onBehalf ? ` ${words.behalf}.` : ""}
          </p>
          {fold.done ? null : (
            <p className="mt-1">
              <Badge kind="warning">{words.refused}</Badge>
            </p>
          )}
          {fold.times.length > 1 ? (
            <details className="mt-1">
              <summary className="inline-flex min-h-11 items-center font-medium text-brand-text">{words.each}</summary>
              <ul className="flex flex-wrap gap-x-4 text-soft">
                {fold.times.map((time, at) => (
                  <li key={time.getTime() + at}>{formatTime(time, language)}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
