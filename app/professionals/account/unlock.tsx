import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { UnlockView } from "#app/platform/doors/parts/unlock-view.tsx";
import { isGood, unlockStep } from "#app/platform/doors/steps/link-steps.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { good: await isGood(accountDoor, "unlock", request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return unlockStep(accountDoor, actor, request);
}

export const meta = titled("Account openen", "Unlock account");

export default function Unlock() {
  const { good } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const { unlock, activate } = pick(texts, language);
  const toSignIn = (
    <ButtonLink href="/inloggen" look="secondary">
      {activate.used.button}
    </ButtonLink>
  );
  return <UnlockView frame={SplitPage} words={unlock} good={good} toSignIn={toSignIn} />;
}
