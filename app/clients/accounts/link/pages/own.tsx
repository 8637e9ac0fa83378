import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

/** Account first: the password once more, then DigiD. */
export function StartLink({ error }: { error?: string }) {
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.start;
  return (
    <>
      <p>{words.lead}</p>
      <Notice kind="info">{all.safer}</Notice>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "password", message: error }] : []} />
        <PasswordField
          name="password"
          label={words.password}
          hint={words.hint}
          error={error}
          autoComplete="current-password"
        />
        <Button name="act" value="start">
          {words.submit}
        </Button>
      </form>
    </>
  );
}

/** What is linked, since when, and until when that can be undone. */
export function LinkedDigid({
  since,
  undoUntil,
  mailDoor,
}: {
  since: string;
  undoUntil: string | null;
  mailDoor: boolean;
}) {
  const { language } = useShell();
  const words = pick(texts, language).linked;
  const at = formatDateTime(since, language);
  return (
    <>
      <p>{mailDoor ? words.lead(at) : words.only(at)}</p>
      {undoUntil ? (
        <Card title={words.undoTitle}>
          <p>{words.undo(formatDateTime(undoUntil, language))}</p>
          <form method="post" className="mt-4">
            <Button name="act" value="undo" look="danger">
              {words.submit}
            </Button>
          </form>
        </Card>
      ) : null}
    </>
  );
}
