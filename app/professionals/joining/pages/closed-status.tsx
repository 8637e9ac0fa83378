import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

type Closed = { state: "expired" | "replaced" | "unknown"; newestAt: string | Date | null; sent: boolean };

/** A status link that opens nothing: why, and the one next step. */
export function ClosedStatus({ state, newestAt, sent }: Closed) {
  const { language, operator } = useShell();
  const { closedLink: words, status } = pick(texts, language);
  const lead =
    state === "replaced" && newestAt
      ? words.replaced(formatDateTime(newestAt, language))
      : state === "expired"
        ? words.expired
        : words.unknown(operator.desk);
  return (
    <PublicPage title={words.title} lead={lead}>
      {sent ? <Notice kind="positive" title={words.sent} /> : null}
      {state === "unknown" ? (
        <ButtonLink href="/registreren">{status.again}</ButtonLink>
      ) : (
        <form method="post">
          <Button name="act" value="renew">
            {words.renew}
          </Button>
        </form>
      )}
    </PublicPage>
  );
}
