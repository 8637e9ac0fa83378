import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { clearCookie, readCookie } from "#app/platform/doors/cookies.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { resetPassword } from "#app/platform/doors/reset.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const link = await findLink("reset", readCookie(request, "reset") ?? "");
  return { good: link.state === "good" };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const link = await findLink("reset", readCookie(request, "reset") ?? "");
  // The page tells what became of the link.
  if (link.state !== "good") return redirect("/wachtwoord-instellen", 303);
  const password = textOf(await readForm(request), "password");
  try {
    await resetPassword(actor, { id: link.id, accountId: link.subjectId }, password);
  } catch (error) {
    if (error instanceof Invalid) return data({ fault: error.fields.password ?? "required" }, 422);
    if (error instanceof Conflict) return redirect("/wachtwoord-instellen", 303);
    throw error;
  }
  return redirect("/inloggen?gedaan=wachtwoord", { status: 303, headers: { "Set-Cookie": clearCookie("reset") } });
}

export const meta = titled("Nieuw wachtwoord", "New password");

export default function Reset() {
  const { good } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.reset;
  if (!good) {
    return (
      <SplitPage title={words.badTitle} lead={words.bad}>
        <ButtonLink href="/wachtwoord-vergeten">{words.again}</ButtonLink>
      </SplitPage>
    );
  }
  const fault = back ? all.password.faults[back.fault] : undefined;
  return (
    <SplitPage title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={fault ? [{ field: "password", message: fault }] : []} />
        <PasswordField
          name="password"
          label={all.account.next}
          hint={all.activate.hint}
          error={fault}
          autoComplete="new-password"
        />
        <Button wide>{words.submit}</Button>
      </form>
    </SplitPage>
  );
}
