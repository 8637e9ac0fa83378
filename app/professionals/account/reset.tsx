import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { ResetView } from "#app/platform/doors/parts/reset-view.tsx";
import { isGood, resetStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { good: await isGood(accountDoor, "reset", request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return resetStep(accountDoor, actor, request);
}

export const meta = titled("Nieuw wachtwoord", "New password");

export default function Reset() {
  const { good } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const { reset, account, activate, password } = pick(texts, language);
  const words = { ...reset, label: account.next, hint: activate.hint };
  const fault = back && password.faults[back.fault];
  return <ResetView frame={SplitPage} words={words} good={good} fault={fault} forgot="/wachtwoord-vergeten" />;
}
