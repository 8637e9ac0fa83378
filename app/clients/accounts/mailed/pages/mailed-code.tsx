import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

type Given = { to: string; sent: boolean; limited: boolean; error?: string; submit: string; beginning: string };

/** The step that asks for a mailed code, at signing up and at signing in. */
export function MailedCode({ to, sent, limited, error, submit, beginning }: Given) {
  const { language } = useShell();
  const words = pick(texts, language).code;
  const message = error ? (words.errors[error] ?? words.errors.wrong) : undefined;
  return (
    <ClientPage title={words.title} lead={words.lead(to)}>
      {sent ? <Notice kind="info">{words.sent}</Notice> : null}
      {limited ? <Notice kind="warning">{words.errors.limited}</Notice> : null}
      <form method="post">
        <ErrorSummary errors={message ? [{ field: "code", message }] : []} />
        <CodeField name="code" label={words.label} hint={words.minutes} error={message} />
        <Button wide>{submit}</Button>
      </form>
      <form method="post" className="mt-6">
        <Button look="quiet" name="act" value="resend">
          {words.resend}
        </Button>
      </form>
      <p className="mt-4 text-soft">
        {words.nothing} <a href={beginning}>{words.again}</a>
      </p>
    </ClientPage>
  );
}
