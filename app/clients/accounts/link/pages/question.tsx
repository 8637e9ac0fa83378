import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

/** DigiD first: "Ik heb een account", or how to go on without one (U-03). */
export function Question({ known, error, typed }: { known: boolean; error?: string; typed?: string }) {
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.question;
  const at = `/mijn/${environment?.id ?? ""}`;
  const desk = environment?.desk;
  return (
    <>
      <p>{words.lead}</p>
      <Card title={words.have}>
        <p>{words.haveText}</p>
        <form method="post" className="mt-4">
          <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
          <TextField
            name="email"
            type="email"
            label={words.email}
            autoComplete="username"
            defaultValue={typed}
            maxLength={200}
          />
          <PasswordField name="password" label={words.password} autoComplete="current-password" />
          <Button name="act" value="link">
            {words.submit}
          </Button>
        </form>
        <p className="mt-4 text-soft">{words.minutes}</p>
        <p className="mt-2">
          <a href={`${at}/wachtwoord-vergeten`}>{words.forgot}</a>
        </p>
      </Card>
      <Card title={words.none}>
        <p>
          {known ? words.knownText : words.noneText}{" "}
          {desk?.phoneLink ? <a href={desk.phoneLink}>{desk.phone}</a> : null}{" "}
          {desk ? <a href={`mailto:${desk.email}`}>{desk.email}</a> : null}
        </p>
      </Card>
      <Notice kind="info">{all.safer}</Notice>
    </>
  );
}
