import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, Invalid, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { DescriptionList } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { accountById, masked, mobileOf } from "#app/platform/doors/account.server.ts";
import { choosePassword } from "#app/platform/doors/activate.server.ts";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { invitationState } from "#app/platform/doors/invitation-state.server.ts";
import { renewActivation } from "#app/platform/doors/invitations.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const query = new URL(request.url).searchParams;
  if (query.has("verstuurd")) return { state: "sent" as const };
  if (query.has("wachten")) return { state: "limited" as const };
  const link = await findLink("activation", readCookie(request, "activation") ?? "");
  if (link.state === "unknown") return { state: "unknown" as const };
  const account = await accountById(link.subjectId);
  const standing = account && invitationState(account);
  // Thirty days without activation: another page, where a new invitation can be asked for.
  if (standing === "lapsed") throw redirect("/activeren/verlopen", 302);
  if (standing === "active") return { state: "used" as const };
  if (!account || standing !== "invited") return { state: "closed" as const };
  if (link.state === "replaced") return { state: "replaced" as const, at: link.newestAt.toISOString() };
  if (link.state !== "good") return { state: "expired" as const };
  const mobile = mobileOf(account);
  const to = mobile ? masked(mobile) : null;
  return { state: "good" as const, name: `${account.firstName} ${account.lastName}`, email: account.email, to };
}

const acts = { choose: z.object({ password: z.string().catch("") }), renew: nothing };

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const token = readCookie(request, "activation") ?? "";
  const asked = readAct(await readForm(request), acts, { absent: "choose" });
  if (asked.act === "renew") {
    try {
      const answer = await renewActivation(token);
      return redirect(answer === "sent" ? "/activeren?verstuurd" : "/activeren", 303);
    } catch (error) {
      if (error instanceof Limited) return redirect("/activeren?wachten", 303);
      throw error;
    }
  }
  const link = await findLink("activation", token);
  // The page tells what became of the link.
  if (link.state !== "good") return redirect("/activeren", 303);
  const password = asked.ok ? asked.value.password : "";
  try {
    const attempt = await choosePassword({ id: link.id, accountId: link.subjectId }, password);
    return redirect("/activeren/code", { status: 303, headers: { "Set-Cookie": setCookie("attempt", attempt) } });
  } catch (error) {
    if (error instanceof Invalid) return data({ fault: error.fields.password ?? "required" }, 422);
    if (error instanceof Conflict) return redirect("/activeren", 303);
    throw error;
  }
}

export const meta = titled("Account activeren", "Activate account");

export default function Activate() {
  const found = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.activate;
  const fault = back ? all.password.faults[back.fault] : undefined;
  const toSignIn = (
    <ButtonLink href="/inloggen" look="secondary">
      {words.used.button}
    </ButtonLink>
  );
  const renew = (
    <form method="post">
      <Button name="act" value="renew">
        {words.expired.button}
      </Button>
    </form>
  );
  switch (found.state) {
    case "sent":
    case "limited":
    case "closed":
    case "unknown":
      return (
        <SplitPage title={words[found.state].title} lead={words[found.state].lead}>
          {toSignIn}
        </SplitPage>
      );
    case "replaced":
      return (
        <SplitPage title={words.replaced.title} lead={words.replaced.lead(formatDateTime(found.at, language))}>
          {renew}
        </SplitPage>
      );
    case "used":
      return (
        <SplitPage title={words.used.title} lead={words.used.lead}>
          <ButtonLink href="/inloggen">{words.used.button}</ButtonLink>
        </SplitPage>
      );
    case "expired":
      return (
        <SplitPage title={words.expired.title} lead={words.expired.lead}>
          {renew}
        </SplitPage>
      );
    case "good":
      return (
        <SplitPage title={words.title} lead={words.welcome(found.name)}>
          <DescriptionList items={[{ term: words.userName, value: found.email }]} />
          <p className="my-4 text-soft">{found.to ? words.bySms(found.to) : words.byMail}</p>
          <form method="post">
            <ErrorSummary errors={fault ? [{ field: "password", message: fault }] : []} />
            <input type="hidden" name="username" autoComplete="username" value={found.email} />
            <PasswordField
              name="password"
              label={words.password}
              hint={words.hint}
              error={fault}
              autoComplete="new-password"
            />
            <Button wide name="act" value="choose">
              {words.submit}
            </Button>
          </form>
        </SplitPage>
      );
  }
}
