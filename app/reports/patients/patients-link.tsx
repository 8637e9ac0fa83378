import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** From a figure to the people in it; show it only to whom `hasPatients` says yes. */
export function PatientsLink({ indicatorId, suffix }: { indicatorId: string; suffix: string }) {
  const { language } = useShell();
  return (
    <a href={`/rapportages/${indicatorId}/patienten${suffix}`} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="users" />
      {pick(texts, language).link}
    </a>
  );
}
