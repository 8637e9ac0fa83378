import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { digidOrigin } from "#app/platform/doors/digid/provider.server.ts";
import { atTheDoor, clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { FromTwelve } from "../../child/notice.tsx";
import { wayBack } from "../way-back.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const query = new URL(request.url).searchParams;
  const back = wayBack(environment.id, query.get("terug"));
  if (await clientVisitor(request, environment)) throw redirect(back, 302);
  const { digid, mailedCode } = environment;
  const done = query.get("gedaan") ?? (query.has("reden") ? "tijd" : "");
  return { digid, mailedCode, done, back, open: digidOrigin() !== null };
}

export const meta = titled("Inloggen", "Sign in");

/** The door of an environment: DigiD, and where it has one the second door. */
export default function Door() {
  const { digid, mailedCode, done, back, open } = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const words = pick(texts, language);
  const at = `/mijn/${environment?.id ?? ""}`;
  const said = own(words.done, done);
  return (
    <ClientPage title={words.title} lead={words.lead(environment?.name ?? "")}>
      {said ? (
        <Notice kind="positive" title={said[0]}>
          {said[1]}
        </Notice>
      ) : null}
      {open ? (
        <Card title={words.digidTitle}>
          <p>{words.levels[digid.level]}</p>
          <p className="mt-2 text-soft">
            {words.registered(digid.registeredName)} {words.minutes}
          </p>
          <form method="post" action={`${at}/digid`} className="mt-5">
            <input type="hidden" name="terug" value={back} />
            <Button>{words.button}</Button>
          </form>
        </Card>
      ) : mailedCode ? null : (
        <Notice kind="warning" title={words.closed} />
      )}
      {mailedCode ? (
        <Card title={words.mailTitle}>
          <p>{open ? `${words.mailText} ${words.digidSafer}` : words.mailText}</p>
          <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink href={`${at}/inloggen/mail`} look="secondary">
              {words.mailButton}
            </ButtonLink>
            <a href={`${at}/aanmelden`} className="inline-flex min-h-11 items-center">
              {words.signUp}
            </a>
          </p>
        </Card>
      ) : null}
      <FromTwelve />
      <p>
        <a href={`${at}/hulp`} className="inline-flex min-h-11 items-center font-semibold">
          {words.helpLink}
        </a>
      </p>
    </ClientPage>
  );
}
