import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "#app/platform/rights/guards.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import { DataPage, DeskPage, ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { ownAccount } from "#app/platform/doors/own-account.server.ts";
import { endOwnSessions } from "#app/platform/doors/own-sessions.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { changePassword } from "#app/platform/doors/reset.server.ts";
import { accountActs } from "./account-acts.ts";
import { SessionsCard } from "./sessions-card.tsx";
import { texts } from "./texts.ts";
import { formOf } from "#app/ui/form-of.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAccount(request);
  return { ...(await ownAccount(actor)), done: new URL(request.url).searchParams.get("gedaan") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAccount(request);
  const asked = readAct(await readForm(request), accountActs);
  if (asked.act === "end") {
    await endOwnSessions(actor, accountDoor, (asked.ok ? asked.value.session : undefined) ?? null);
    return redirect("/account?gedaan=sessies", 303);
  }
  try {
    const given = asked.ok ? asked.value : { current: "", password: "" };
    await changePassword(actor, given, readCookie(request, "device"));
  } catch (error) {
    if (error instanceof Invalid) return data({ faults: error.fields, conflict: null }, 422);
    if (error instanceof Conflict) return data({ faults: {}, conflict: error.code }, 409);
    throw error;
  }
  return redirect("/account?gedaan=wachtwoord", 303);
}

export const meta = titled("Mijn account", "My account");

export default function Account() {
  const mine = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, person } = useShell();
  const all = pick(texts, language);
  const words = all.account;
  const form = formOf(back && { errors: back.faults, typed: {} }, all.password.faults);
  const done = own(words.done, mine.done);
  const Page = person?.desk ? DeskPage : person?.deliveries ? DataPage : ProfessionalPage;
  const codes = mine.hasApp ? words.byApp : mine.mobile ? words.bySms(mine.mobile) : words.byMail(mine.email);
  return (
    <Page title={words.title} lead={words.lead} current="account">
      <Changed code={back?.conflict} />
      {done && !back ? <Notice kind="positive">{done}</Notice> : null}
      <DescriptionList
        items={[
          { term: words.name, value: mine.name },
          { term: words.userName, value: mine.email },
          { term: words.codes, value: codes },
        ]}
      />
      <div className="my-6 grid gap-6 *:my-0! lg:grid-cols-2">
        <Card title={words.app}>
          <p className="mb-4 text-soft">{mine.hasApp ? words.appOn : words.appLead}</p>
          {mine.hasApp ? (
            <form method="post" action="/account/app">
              <Button name="act" value="remove" look="danger">
                {words.appRemove}
              </Button>
            </form>
          ) : (
            <ButtonLink href="/account/app" look="secondary">
              {words.appAdd}
            </ButtonLink>
          )}
        </Card>
        <Card title={words.recovery}>
          <p className="mb-1 text-soft">{words.recoveryLead}</p>
          <p className="mb-4 font-medium">{words.recoveryLeft(mine.recovery)}</p>
          <ButtonLink href="/account/herstelcodes" look="secondary">
            {words.recoveryMake}
          </ButtonLink>
        </Card>
      </div>
      <SessionsCard sessions={mine.sessions} />
      <Card title={words.password}>
        <form method="post">
          <ErrorSummary errors={form.summary} />
          <input type="hidden" name="username" autoComplete="username" value={mine.email} />
          <PasswordField
            name="current"
            label={words.current}
            error={form.error("current")}
            autoComplete="current-password"
          />
          <PasswordField
            name="password"
            label={words.next}
            hint={all.activate.hint}
            error={form.error("password")}
            autoComplete="new-password"
          />
          <Button name="act" value="password">
            {words.save}
          </Button>
        </form>
      </Card>
    </Page>
  );
}
