import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { digidOrigin } from "#app/platform/doors/digid/provider.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { PasswordForm } from "#app/platform/doors/parts/password-form.tsx";
import { passwordStep } from "#app/platform/doors/steps/password-step.server.ts";
import { atMailDoor, clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { FromTwelve } from "../../child/notice.tsx";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const query = new URL(request.url).searchParams;
  const home = `/mijn/${environment.id}`;
  if (await clientVisitor(request, environment)) throw redirect(safePath(query.get("terug"), home));
  return { done: query.get("gedaan"), digid: digidOrigin() !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  return passwordStep(clientDoor(environment.id), actor, request, pick(texts, languageOf(request)).signIn);
}

export const meta = titled("Inloggen met e-mail", "Sign in with e-mail");

export default function MailSignIn() {
  const { done, digid } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = { ...all.signIn, email: all.email, password: all.password };
  const at = `/mijn/${environment?.id ?? ""}`;
  const said = own(words.done, done);
  const links = [
    { href: `${at}/wachtwoord-vergeten`, text: words.forgot },
    { href: `${at}/aanmelden`, text: words.new },
  ];
  return (
    <ClientPage title={words.title} lead={words.lead}>
      {said ? <Notice kind="positive">{said}</Notice> : null}
      {digid ? (
        <Notice kind="info">
          {all.safer} <a href={`${at}/inloggen`}>{all.useDigid}</a>
        </Notice>
      ) : null}
      <PasswordForm words={words} back={back} links={links} />
      <FromTwelve />
    </ClientPage>
  );
}
