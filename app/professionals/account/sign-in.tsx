import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { staffPlaces } from "#app/platform/rights/client-guards.server.ts";
import { stranger, visitor } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { readAct } from "#app/shared/acts.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { UnlockAsk } from "#app/ui/unlock-ask.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { askUnlock } from "#app/platform/doors/sign-in/unlock.server.ts";
import { homeOf } from "#app/platform/doors/home.ts";
import { texts } from "./texts.ts";
import { whenAgain } from "#app/platform/doors/until.server.ts";

const acts = {
  sign_in: z.object({ email: z.string().max(254), password: z.string().max(400) }),
  unlock: z.object({ email: z.string().max(254) }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await visitor(request);
  const query = new URL(request.url).searchParams;
  if (actor) throw redirect(safePath(query.get("terug"), homeOf(actor, await staffPlaces(actor.accountId))));
  return { done: query.get("gedaan") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const words = pick(texts, languageOf(request)).signIn;
  const asked = readAct(await readForm(request), acts, { absent: "sign_in" });
  const typed = typedIn(asked, "email");
  if (asked.act === "unlock") {
    await askUnlock(actor, typed);
    return redirect("/inloggen?gedaan=slot", 303);
  }
  if (!asked.ok) return data({ error: words.wrong, typed }, 422);
  const answer = await givePassword(actor, {
    ...asked.value,
    device: readCookie(request, "device"),
    unlocked: readCookie(request, "unlock"),
  });
  if ("token" in answer) {
    const back = safePath(new URL(request.url).searchParams.get("terug"), "");
    const headers = { "Set-Cookie": setCookie("attempt", answer.token) };
    return redirect(`/inloggen/code${back ? `?terug=${encodeURIComponent(back)}` : ""}`, { status: 303, headers });
  }
  if (answer.refused === "wrong") return data({ error: words.wrong, typed }, 422);
  return data({ error: words.locked(whenAgain(answer.until, languageOf(request))), typed, locked: true }, 429);
}

export const meta = titled("Inloggen", "Sign in");

export default function SignIn() {
  const { done } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).signIn;
  const said = own(words.done, done);
  return (
    <SplitPage title={words.title} lead={words.lead}>
      {said ? <Notice kind="positive">{said}</Notice> : null}
      <form method="post">
        <ErrorSummary errors={back ? [{ field: "email", message: back.error }] : []} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          defaultValue={back?.typed}
          maxLength={254}
        />
        <PasswordField name="password" label={words.password} autoComplete="current-password" />
        <Button wide>{words.submit}</Button>
      </form>
      {back && "locked" in back ? <UnlockAsk email={back.typed} text={words.ask} button={words.askSubmit} /> : null}
      <ul className="mt-6 space-y-3">
        <li>
          <a href="/wachtwoord-vergeten">{words.forgot}</a>
        </li>
        <li>
          <a href="/registreren">{words.new}</a>
        </li>
      </ul>
    </SplitPage>
  );
}
