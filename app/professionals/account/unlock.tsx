import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { UNLOCKED_MS } from "#app/platform/doors/sign-in/known-browser.server.ts";
import { unlockAccount } from "#app/platform/doors/sign-in/unlock.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const link = await findLink("unlock", readCookie(request, "unlock") ?? "");
  return { good: link.state === "good" };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const token = readCookie(request, "unlock") ?? "";
  try {
    await unlockAccount(actor, token);
  } catch (error) {
    if (error instanceof Conflict) return redirect("/ontgrendelen", 303);
    throw error;
  }
  // The browser keeps the secret of the used link: by it the owner is known at the door for a day.
  const headers = { "Set-Cookie": setCookie("unlock", token, UNLOCKED_MS / 1000) };
  return redirect("/inloggen?gedaan=open", { status: 303, headers });
}

export const meta = titled("Account openen", "Unlock account");

export default function Unlock() {
  const { good } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const { unlock: words, activate } = pick(texts, language);
  if (!good) {
    return (
      <SplitPage title={words.badTitle} lead={words.bad}>
        <ButtonLink href="/inloggen" look="secondary">
          {activate.used.button}
        </ButtonLink>
      </SplitPage>
    );
  }
  return (
    <SplitPage title={words.title} lead={words.lead}>
      <form method="post">
        <Button wide>{words.submit}</Button>
      </form>
    </SplitPage>
  );
}
