import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { ResetView } from "#app/platform/doors/parts/reset-view.tsx";
import { isGood, resetStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  return { good: await isGood(clientDoor(environment.id), "reset", request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  return resetStep(clientDoor(environment.id), actor, request);
}

export const meta = titled("Nieuw wachtwoord", "New password");

export default function Reset() {
  const { good } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const { reset, passwordHint, faults } = pick(texts, language);
  const words = { ...reset, hint: passwordHint };
  const forgot = `/mijn/${environment?.id ?? ""}/wachtwoord-vergeten`;
  return <ResetView frame={ClientPage} words={words} good={good} fault={back && faults[back.fault]} forgot={forgot} />;
}
