import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { OwnDoor } from "#app/platform/doors/owners/own-door.ts";
import { texts } from "../account-texts.ts";
import type { Standing } from "../accounts.server.ts";

const KINDS = {
  waiting: "info",
  paused: "warning",
  matched: "positive",
  refused: "neutral",
  closed: "neutral",
} as const;

/** How an account stands, and of a paused one why. */
export function StandingBadge({ standing, door }: { standing: Standing; door: OwnDoor }) {
  const words = pick(texts, useShell().language);
  return (
    <>
      <Badge kind={KINDS[standing]}>{words.standings[standing]}</Badge>
      {standing === "paused" && door !== "open" ? (
        <span className="block text-[0.9375rem] text-soft">{words.reasons[door]}</span>
      ) : null}
    </>
  );
}
