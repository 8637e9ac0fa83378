import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { ForgotView } from "#app/platform/doors/parts/forgot-view.tsx";
import { forgotStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { sent: new URL(request.url).searchParams.has("verstuurd") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return forgotStep(accountDoor, actor, request);
}

export const meta = titled("Wachtwoord vergeten", "Password forgotten");

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const { forgot, signIn, activate } = pick(texts, language);
  const words = { ...forgot, label: signIn.email, fault: forgot.email, toSignIn: activate.used.button };
  return <ForgotView frame={SplitPage} words={words} sent={sent} back={back} signIn="/inloggen" />;
}
