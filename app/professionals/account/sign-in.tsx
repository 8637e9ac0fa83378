import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { homeOf } from "#app/platform/doors/home.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { PasswordForm } from "#app/platform/doors/parts/password-form.tsx";
import { passwordStep } from "#app/platform/doors/steps/password-step.server.ts";
import { staffMenu } from "#app/platform/rights/staff-menu.server.ts";
import { stranger, visitor } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await visitor(request);
  const query = new URL(request.url).searchParams;
  if (actor) throw redirect(safePath(query.get("terug"), homeOf(actor, await staffMenu(actor.accountId))));
  return { done: query.get("gedaan") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return passwordStep(accountDoor, actor, request, pick(texts, languageOf(request)).signIn);
}

export const meta = titled("Inloggen", "Sign in");

export default function SignIn() {
  const { done } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).signIn;
  const said = own(words.done, done);
  const links = [
    { href: "/wachtwoord-vergeten", text: words.forgot },
    { href: "/registreren", text: words.new },
  ];
  return (
    <SplitPage title={words.title} lead={words.lead}>
      {said ? <Notice kind="positive">{said}</Notice> : null}
      <PasswordForm words={words} back={back} links={links} />
    </SplitPage>
  );
}
