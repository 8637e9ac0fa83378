import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { DeliveryState } from "#db/schema/reports.ts";
import { texts } from "./texts.ts";

const KINDS: Partial<Record<DeliveryState, "info" | "positive" | "warning" | "negative">> = {
  received: "info",
  checking: "info",
  checked: "info",
  held: "warning",
  refused: "negative",
  published: "positive",
};

/** State of a delivery in words. */
export function StateBadge({ state }: { state: DeliveryState }) {
  const { language } = useShell();
  return <Badge kind={KINDS[state] ?? "neutral"}>{pick(texts, language).states[state]}</Badge>;
}
