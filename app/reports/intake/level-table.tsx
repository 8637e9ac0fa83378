import { pick } from "#app/shared/i18n.ts";
import { Badge, DataTable } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Outcome } from "./levels.ts";
import { texts } from "./texts.ts";
import type { DeliveryView } from "./view.server.ts";

const KINDS = {
  done: "positive",
  faults: "negative",
  held: "warning",
  not_done: "neutral",
  nothing_to_compare: "info",
} as const satisfies Record<Outcome, string>;

/** The six levels of checking: what each looked at and found. */
export function Levels({ view }: { view: DeliveryView }) {
  const { language } = useShell();
  const words = pick(texts, language).one;
  return (
    <section>
      <h2>{words.checks}</h2>
      <DataTable
        caption={words.checks}
        columns={words.levelColumns}
        rows={view.levels.map(({ level, outcome, count }) => ({
          key: level,
          cells: [
            <span key="l" className="font-semibold">
              {level} {words.levels[level][0]}
            </span>,
            words.levels[level][1],
            <Badge key="o" kind={KINDS[outcome]}>
              {outcome === "faults" ? words.faultsTitle(count) : words.outcomes[outcome]}
            </Badge>,
          ],
        }))}
      />
    </section>
  );
}
