import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { setCookie } from "#app/platform/doors/cookies.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { Invalid } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { birthAtDay, birthDateOf } from "#app/shared/fields/day.ts";
import { LONGEST_EMAIL, LONGEST_NAME } from "#app/shared/fields/longest.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { ForParents } from "../../child/notice.tsx";
import { signUpForm } from "../sign-up-form.ts";
import { startSignUp } from "../sign-up.server.ts";
import { texts } from "../texts.ts";
import { BirthFields } from "./birth-fields.tsx";
import { formOf } from "#app/ui/form-of.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  atMailDoor(request, params.environment);
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const parsed = parseForm(signUpForm, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed }, 422);
  const { firstName, lastName, email, password } = parsed.value;
  const birthDate = birthDateOf(parsed.value, today());
  if (!birthDate) return data({ errors: { day: "birth" }, typed: parsed.typed }, 422);
  const person = { firstName, lastName, birthDate, email, password, language: languageOf(request) };
  try {
    const token = await startSignUp(actor, environment, person);
    const headers = { "Set-Cookie": setCookie(`client-attempt-${environment.id}`, token) };
    return redirect(`/mijn/${environment.id}/aanmelden/code`, { status: 303, headers });
  } catch (error) {
    if (error instanceof Invalid) return data({ errors: error.fields, typed: parsed.typed }, 422);
    throw error;
  }
}

export const meta = titled("Account aanmaken", "Make an account");

export default function SignUp() {
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.signUp;
  const at = `/mijn/${environment?.id ?? ""}`;
  const labels = { ...words, email: all.email, password: words.choose };
  const errors = birthAtDay(back?.errors ?? {});
  const form = formOf(back && { errors, typed: back.typed }, all.faults, { labels });
  return (
    <ClientPage title={words.title} lead={words.lead}>
      <p>
        {words.own} <a href={`${at}/hulp#alias`}>{words.alias}</a>.
      </p>
      <form method="post" className="mt-6">
        <ErrorSummary errors={form.summary} />
        {errors.day === "child" ? <ForParents /> : null}
        <TextField
          {...form.field("firstName")}
          label={words.firstName}
          hint={words.firstNameHint}
          autoComplete="given-name"
          maxLength={LONGEST_NAME}
        />
        <TextField
          {...form.field("lastName")}
          label={words.lastName}
          hint={words.lastNameHint}
          autoComplete="family-name"
          maxLength={LONGEST_NAME}
        />
        <BirthFields words={words} typed={back?.typed} error={form.error("day")} />
        <TextField
          {...form.field("email")}
          type="email"
          label={all.email}
          hint={words.emailHint}
          autoComplete="email"
          maxLength={LONGEST_EMAIL}
        />
        <TextField
          {...form.field("emailAgain")}
          type="email"
          label={words.emailAgain}
          autoComplete="email"
          maxLength={LONGEST_EMAIL}
        />
        <PasswordField
          name="password"
          label={words.choose}
          hint={all.passwordHint}
          error={form.error("password")}
          autoComplete="new-password"
        />
        <Button wide>{words.submit}</Button>
      </form>
      <p className="mt-6">
        <a href={`${at}/inloggen/mail`}>{words.have}</a>
      </p>
    </ClientPage>
  );
}
