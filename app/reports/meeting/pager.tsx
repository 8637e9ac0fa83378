import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Props = {
  id: string;
  name: string;
  place: number;
  all: number;
  previous: string | null;
  next: string | null;
  practice: string;
  suffix: string;
};

/** Which topic of how many, and the way to the others; at the foot of every screen at the same place. */
export function Pager({ id, name, place, all, previous, next, practice, suffix }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const link = (href: string, label: string) => (
    <a href={href} className="inline-flex min-h-11 items-center">
      {label}
    </a>
  );
  return (
    <div className="slide-foot">
      <nav aria-label={words.browse(place, all)} className="no-print flex flex-wrap gap-x-[1.2em]">
        {link(`#${previous ?? "overzicht"}`, words.previous)}
        {next ? link(`#${next}`, words.next) : null}
        {link("#overzicht", words.overview)}
        <a href={`/rapportages/${id}${suffix}`} className="inline-flex min-h-11 items-center">
          {words.figures}
          <span className="sr-only"> {words.about(name)}</span>
        </a>
      </nav>
      <p className="text-soft">
        {practice} · {words.place(place, all)}
      </p>
    </div>
  );
}
