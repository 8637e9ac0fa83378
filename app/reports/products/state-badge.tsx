import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Product } from "./find.server.ts";
import { texts } from "./texts.ts";

const KINDS = { draft: "warning", published: "positive", withdrawn: "neutral" } as const;

/** The state of a product in one word. */
export function StateBadge({ state }: Pick<Product, "state">) {
  const { language } = useShell();
  return <Badge kind={KINDS[state]}>{pick(texts, language).desk.states[state]}</Badge>;
}
