import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { ForgotView } from "#app/platform/doors/parts/forgot-view.tsx";
import { forgotStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../texts.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  atMailDoor(request, params.environment);
  return { sent: new URL(request.url).searchParams.has("verstuurd") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  return forgotStep(clientDoor(environment.id), actor, request);
}

export const meta = titled("Wachtwoord vergeten", "Password forgotten");

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const { forgot, email, faults, toSignIn } = pick(texts, language);
  const words = { ...forgot, label: email, fault: faults.email, toSignIn };
  const signIn = `/mijn/${environment?.id ?? ""}/inloggen/mail`;
  return <ForgotView frame={ClientPage} words={words} sent={sent} back={back} signIn={signIn} />;
}
