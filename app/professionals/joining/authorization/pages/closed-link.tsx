import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type State = "expired" | "replaced" | "used" | "unknown" | "signed";

/** What became of a link that no longer signs, and the way on. Names nobody. */
export function ClosedLink({ state, newestAt }: { state: State; newestAt: Date | string | null }) {
  const { language, operator } = useShell();
  const words = pick(texts, language).closed;
  const { title, text } = words[state];
  return (
    <PublicPage title={title} lead={text}>
      {newestAt ? <p className="max-w-2xl">{words.newerOf(formatDateTime(newestAt, language))}</p> : null}
      {state === "expired" || state === "replaced" ? (
        <form method="post" action="/machtiging/nieuwe-link" className="my-6">
          <Button>{words.renew}</Button>
        </form>
      ) : (
        <p className="my-6">
          <ButtonLink href="/" look="secondary">
            {words.front}
          </ButtonLink>
        </p>
      )}
      <p className="text-soft">{words.desk(operator.desk.phone, operator.desk.email)}</p>
    </PublicPage>
  );
}
