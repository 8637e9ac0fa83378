import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { lapsedInvitation } from "#app/platform/doors/invitations.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { SplitPage } from "#app/ui/split-page.tsx";
import { titled } from "#app/ui/title.ts";
import { askInvitation } from "../review/invitation.server.ts";
import { texts } from "../texts.ts";

const tokenOf = (request: Request) => readCookie(request, "activation") ?? "";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { lapsed: (await lapsedInvitation(tokenOf(request))) !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  try {
    return { asked: await askInvitation(actor, tokenOf(request)) };
  } catch (error) {
    if (error instanceof Limited) return data({ asked: "already" as const }, 429);
    if (error instanceof Conflict) return data({ asked: null }, 409);
    throw error;
  }
}

export const meta = titled("Uitnodiging verlopen", "Invitation lapsed");

/** Where an activation link leads after thirty days: why, and one button to ask anew. Names nobody. */
export default function LapsedInvitation() {
  const { lapsed } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, operator } = useShell();
  const words = pick(texts, language).lapsedInvitation;
  const toSignIn = (
    <ButtonLink href="/inloggen" look="secondary">
      {words.toSignIn}
    </ButtonLink>
  );
  if (back?.asked) {
    return (
      <SplitPage
        title={back.asked === "nobody" ? words.title : words.askedTitle}
        lead={words.asked(operator.desk)[back.asked]}
      >
        {toSignIn}
      </SplitPage>
    );
  }
  if (!lapsed) {
    return (
      <SplitPage title={words.title} lead={words.notLapsed}>
        {toSignIn}
      </SplitPage>
    );
  }
  return (
    <SplitPage title={words.title} lead={words.lead}>
      <form method="post">
        <Button wide>{words.ask}</Button>
      </form>
    </SplitPage>
  );
}
