import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { ALL_PROGRAMMES } from "#app/reports/model/verdict-slugs.ts";
import { texts } from "./texts.ts";

/** The way to a meeting about the programme that is shown; `practice` is empty unless there are several. */
export function MeetingLink({ programme, practice }: { programme: string; practice: string }) {
  const { language } = useShell();
  const query = new URLSearchParams({
    ...(practice && { praktijk: practice }),
    ...(programme && programme !== ALL_PROGRAMMES && { programma: programme }),
  }).toString();
  return (
    <p className="no-print mb-1">
      <a
        href={`/rapportages/vergadering${query ? `?${query}` : ""}`}
        className="inline-flex min-h-11 items-center gap-2"
      >
        <Icon name="users" />
        {pick(texts, language).link}
      </a>
    </p>
  );
}
