import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { whenAgain } from "#app/platform/doors/until.server.ts";
import { atMailDoor, clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { readAct } from "#app/shared/acts.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { digidOrigin } from "#app/platform/doors/digid/provider.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { UnlockAsk } from "#app/ui/unlock-ask.tsx";
import { titled } from "#app/ui/title.ts";
import { FromTwelve } from "../../child/notice.tsx";
import { givePassword } from "../sign-in.server.ts";
import { texts } from "../texts.ts";
import { askClientUnlock } from "../unlock.server.ts";

const acts = {
  sign_in: z.object({ email: z.string().max(254), password: z.string().max(400) }),
  unlock: z.object({ email: z.string().max(254) }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const query = new URL(request.url).searchParams;
  const home = `/mijn/${environment.id}`;
  if (await clientVisitor(request, environment)) throw redirect(safePath(query.get("terug"), home));
  return { done: query.get("gedaan"), digid: digidOrigin() !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const words = pick(texts, languageOf(request)).signIn;
  const asked = readAct(await readForm(request), acts, { absent: "sign_in" });
  const typed = typedIn(asked, "email");
  if (asked.act === "unlock") {
    await askClientUnlock(actor, environment, typed);
    return redirect(`/mijn/${environment.id}/inloggen/mail?gedaan=slot`, 303);
  }
  if (!asked.ok) return data({ error: words.wrong, typed }, 422);
  const device = readCookie(request, `client-device-${environment.id}`);
  const unlocked = readCookie(request, `client-link-${environment.id}`);
  const answer = await givePassword(actor, environment, { ...asked.value, device, unlocked });
  if ("token" in answer) {
    const back = safePath(new URL(request.url).searchParams.get("terug"), "");
    const headers = { "Set-Cookie": setCookie(`client-attempt-${environment.id}`, answer.token) };
    const query = back ? `?terug=${encodeURIComponent(back)}` : "";
    return redirect(`/mijn/${environment.id}/inloggen/mail/code${query}`, { status: 303, headers });
  }
  if (answer.refused === "wrong") return data({ error: words.wrong, typed }, 422);
  return data({ error: words.locked(whenAgain(answer.until, languageOf(request))), typed, locked: true }, 429);
}

export const meta = titled("Inloggen met e-mail", "Sign in with e-mail");

export default function MailSignIn() {
  const { done, digid } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.signIn;
  const at = `/mijn/${environment?.id ?? ""}`;
  const said = own(words.done, done);
  return (
    <ClientPage title={words.title} lead={words.lead}>
      {said ? <Notice kind="positive">{said}</Notice> : null}
      {digid ? (
        <Notice kind="info">
          {all.safer} <a href={`${at}/inloggen`}>{all.useDigid}</a>
        </Notice>
      ) : null}
      <form method="post">
        <ErrorSummary errors={back ? [{ field: "email", message: back.error }] : []} />
        <TextField
          name="email"
          type="email"
          label={all.email}
          autoComplete="username"
          defaultValue={back?.typed}
          maxLength={254}
        />
        <PasswordField name="password" label={all.password} autoComplete="current-password" />
        <Button wide>{words.submit}</Button>
      </form>
      {back && "locked" in back ? <UnlockAsk email={back.typed} text={words.ask} button={words.askSubmit} /> : null}
      <ul className="mt-6 space-y-3">
        <li>
          <a href={`${at}/wachtwoord-vergeten`}>{words.forgot}</a>
        </li>
        <li>
          <a href={`${at}/aanmelden`}>{words.new}</a>
        </li>
      </ul>
      <FromTwelve />
    </ClientPage>
  );
}
