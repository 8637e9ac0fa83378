import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { email } from "#app/shared/fields/email.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { askReset } from "../reset.server.ts";
import { texts } from "../texts.ts";

const form = z.object({ email });

export function loader({ request, params }: LoaderFunctionArgs) {
  atMailDoor(request, params.environment);
  return { sent: new URL(request.url).searchParams.has("verstuurd") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const parsed = parseForm(form, await readForm(request));
  if (!parsed.ok) return data({ typed: String(parsed.typed.email ?? "") }, 422);
  await askReset(actor, environment, parsed.value.email);
  return redirect(`/mijn/${environment.id}/wachtwoord-vergeten?verstuurd`, 303);
}

export const meta = titled("Wachtwoord vergeten", "Password forgotten");

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.forgot;
  const signIn = `/mijn/${environment?.id ?? ""}/inloggen/mail`;
  if (sent) {
    return (
      <ClientPage title={words.sentTitle} lead={words.sent}>
        <ButtonLink href={signIn} look="secondary">
          {all.toSignIn}
        </ButtonLink>
      </ClientPage>
    );
  }
  const error = back ? all.faults.email : undefined;
  return (
    <ClientPage title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
        <TextField
          name="email"
          type="email"
          label={all.email}
          error={error}
          autoComplete="username"
          defaultValue={back?.typed}
        />
        <Button wide>{words.submit}</Button>
      </form>
    </ClientPage>
  );
}
