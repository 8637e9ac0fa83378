import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "#app/reports/model/texts.ts";

type Named = { id: string; name: string } | null;

/** The way to the indicators before and after this one in its programme. */
export function Neighbours(at: { programme: string; previous: Named; next: Named; suffix: string }) {
  const { language } = useShell();
  const words = pick(texts, language).page;
  const { previous, next } = at;
  const look = "inline-flex min-h-11 items-center gap-2";
  return (
    <nav aria-label={words.inProgramme(at.programme)} className="no-print mt-8 flex flex-wrap justify-between gap-4">
      {previous ? (
        <a href={`/rapportages/${previous.id}${at.suffix}`} className={look}>
          <Icon name="arrow-left" />
          {words.previous(previous.name)}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a href={`/rapportages/${next.id}${at.suffix}`} className={look}>
          {words.next(next.name)}
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  );
}
