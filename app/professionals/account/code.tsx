import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { codeStanding, codeStep } from "#app/platform/doors/steps/code-step.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { OtherWays } from "./other-ways.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return codeStanding(accountDoor, request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return codeStep(accountDoor, actor, request);
}

export const meta = titled("Code", "Code");

export default function Code() {
  const given = useLoaderData<typeof loader>();
  const { way, to, unsent, sent, limited } = given;
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).code;
  const error = back ? (words.errors[back.error] ?? words.errors.wrong) : undefined;
  const sending = way === "sms" || way === "mail";
  return (
    <SplitPage title={words.title} lead={sending && unsent ? words.unsent[way](to) : words.leads[way](to)}>
      {sent ? <Notice kind="info">{words.sent}</Notice> : null}
      {limited ? <Notice kind="warning">{words.errors.limited}</Notice> : null}
      {unsent ? null : (
        <form method="post">
          <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
          <input type="hidden" name="way" value={way} />
          {way === "recovery" ? (
            <TextField name="code" label={words.label.recovery} error={error} autoComplete="off" maxLength={60} />
          ) : (
            <CodeField
              name="code"
              label={words.label[way]}
              hint={sending ? words.minutes : undefined}
              error={error}
              length={8}
            />
          )}
          <Button wide>{words.submit}</Button>
        </form>
      )}
      <OtherWays {...given} words={words} />
    </SplitPage>
  );
}
