import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clearCookie, readCookie } from "#app/platform/doors/cookies.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { accountOfLink } from "../accounts.server.ts";
import { resetPassword } from "../reset.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const token = readCookie(request, `client-link-${environment.id}`);
  return { good: (await accountOfLink(environment, "client_reset", token)) !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const cookie = `client-link-${environment.id}` as const;
  const here = `/mijn/${environment.id}`;
  const password = textOf(await readForm(request), "password");
  try {
    await resetPassword(actor, environment, readCookie(request, cookie), password);
  } catch (error) {
    if (error instanceof Invalid) return data({ fault: error.fields.password ?? "required" }, 422);
    if (error instanceof Conflict) return redirect(`${here}/wachtwoord-instellen`, 303);
    throw error;
  }
  const headers = { "Set-Cookie": clearCookie(cookie) };
  return redirect(`${here}/inloggen/mail?gedaan=wachtwoord`, { status: 303, headers });
}

export const meta = titled("Nieuw wachtwoord", "New password");

export default function Reset() {
  const { good } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.reset;
  if (!good) {
    return (
      <ClientPage title={words.badTitle} lead={words.bad}>
        <ButtonLink href={`/mijn/${environment?.id ?? ""}/wachtwoord-vergeten`}>{words.again}</ButtonLink>
      </ClientPage>
    );
  }
  const fault = back ? all.faults[back.fault] : undefined;
  return (
    <ClientPage title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={fault ? [{ field: "password", message: fault }] : []} />
        <PasswordField
          name="password"
          label={words.label}
          hint={all.passwordHint}
          error={fault}
          autoComplete="new-password"
        />
        <Button wide>{words.submit}</Button>
      </form>
    </ClientPage>
  );
}
