import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { email } from "#app/shared/fields/email.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { askReset } from "#app/platform/doors/reset.server.ts";
import { texts } from "./texts.ts";

const form = z.object({ email });

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { sent: new URL(request.url).searchParams.has("verstuurd") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const parsed = parseForm(form, await readForm(request));
  if (!parsed.ok) return data({ typed: parsed.typed.email }, 422);
  await askReset(actor, parsed.value.email);
  return redirect("/wachtwoord-vergeten?verstuurd", 303);
}

export const meta = titled("Wachtwoord vergeten", "Password forgotten");

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.forgot;
  if (sent) {
    return (
      <SplitPage title={words.sentTitle} lead={words.sent}>
        <ButtonLink href="/inloggen" look="secondary">
          {all.activate.used.button}
        </ButtonLink>
      </SplitPage>
    );
  }
  const error = back ? words.email : undefined;
  return (
    <SplitPage title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
        <TextField
          name="email"
          type="email"
          label={all.signIn.email}
          error={error}
          autoComplete="username"
          defaultValue={typeof back?.typed === "string" ? back.typed : undefined}
        />
        <Button wide>{words.submit}</Button>
      </form>
    </SplitPage>
  );
}
