import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stranger } from "#app/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { clearCookie, readCookie } from "../cookies.server.ts";
import { findLink } from "../links.server.ts";
import { unlockAccount } from "../sign-in/unlock.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const link = await findLink("unlock", readCookie(request, "unlock") ?? "");
  return { good: link.state === "good" };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  await unlockAccount(actor, readCookie(request, "unlock") ?? "");
  return redirect("/inloggen?gedaan=open", { status: 303, headers: { "Set-Cookie": clearCookie("unlock") } });
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
