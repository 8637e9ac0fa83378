import { isOpen } from "#app/clients/requests/kinds.ts";
import type { ShownRequest } from "#app/clients/requests/request.ts";
import { type Language, pick } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import { texts } from "./record-texts.ts";

/** How far a request is, in words; while it is open with the last day to answer. `today` is `YYYY-MM-DD`. */
export function saidState(
  one: Pick<ShownRequest<"record">, "kind" | "state" | "dueOn">,
  today: string,
  language: Language,
): string[] {
  const words = pick(texts, language);
  if (one.kind === "statement") return [words.added];
  if (!isOpen(one)) return [words.states[one.state]];
  const date = formatDate(one.dueOn, language);
  return [words.states[one.state], one.dueOn < today ? words.late(date) : words.due(date)];
}
