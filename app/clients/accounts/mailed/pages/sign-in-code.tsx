import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { codeStanding, codeStep } from "#app/platform/doors/steps/code-step.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../texts.ts";
import { MailedCode } from "./mailed-code.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const { to, sent, limited } = await codeStanding(clientDoor(environment.id), request);
  return { to, sent, limited };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  return codeStep(clientDoor(environment.id), actor, request);
}

export const meta = titled("Code", "Code");

export default function MailSignInCode() {
  const given = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const beginning = `/mijn/${environment?.id ?? ""}/inloggen/mail`;
  const { signIn } = pick(texts, language).code;
  return <MailedCode {...given} error={back?.error} submit={signIn} beginning={beginning} />;
}
