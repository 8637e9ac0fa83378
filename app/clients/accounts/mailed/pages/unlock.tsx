import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { UNLOCKED_MS } from "#app/platform/doors/sign-in/known-browser.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { accountOfLink } from "../accounts.server.ts";
import { unlock } from "../unlock.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const token = readCookie(request, `client-link-${environment.id}`);
  return { good: (await accountOfLink(environment, "client_unlock", token)) !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const cookie = `client-link-${environment.id}` as const;
  const token = readCookie(request, cookie) ?? "";
  try {
    await unlock(actor, environment, token);
  } catch (error) {
    if (error instanceof Conflict) return redirect(`/mijn/${environment.id}/ontgrendelen`, 303);
    throw error;
  }
  // The browser keeps the secret of the used link: by it the owner is known at the door for a day.
  const headers = { "Set-Cookie": setCookie(cookie, token, UNLOCKED_MS / 1000) };
  return redirect(`/mijn/${environment.id}/inloggen/mail?gedaan=open`, { status: 303, headers });
}

export const meta = titled("Account openen", "Open the account");

export default function Unlock() {
  const { good } = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const all = pick(texts, language);
  const words = all.unlock;
  if (!good) {
    return (
      <ClientPage title={all.reset.badTitle} lead={words.bad}>
        <ButtonLink href={`/mijn/${environment?.id ?? ""}/inloggen/mail`}>{all.toSignIn}</ButtonLink>
      </ClientPage>
    );
  }
  return (
    <ClientPage title={words.title} lead={words.lead}>
      <form method="post">
        <Button wide>{words.submit}</Button>
      </form>
    </ClientPage>
  );
}
