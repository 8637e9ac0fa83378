import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { UnlockView } from "#app/platform/doors/parts/unlock-view.tsx";
import { isGood, unlockStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  return { good: await isGood(clientDoor(environment.id), "unlock", request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  return unlockStep(clientDoor(environment.id), actor, request);
}

export const meta = titled("Account openen", "Open the account");

export default function Unlock() {
  const { good } = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = { ...all.unlock, badTitle: all.reset.badTitle };
  const toSignIn = <ButtonLink href={`/mijn/${environment?.id ?? ""}/inloggen/mail`}>{all.toSignIn}</ButtonLink>;
  return <UnlockView frame={ClientPage} words={words} good={good} toSignIn={toSignIn} />;
}
