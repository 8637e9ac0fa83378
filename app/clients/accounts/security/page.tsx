import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { setCookie } from "#app/platform/doors/cookies.server.ts";
import { endOwnSessions } from "#app/platform/doors/own-sessions.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { reference } from "#app/shared/fields/words.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SignInHistory } from "./history.tsx";
import { closeMailDoor, forgetDevices, ownSecurity, trustDevice } from "./own-security.server.ts";
import { texts } from "./texts.ts";

const YEAR_S = 31_536_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const done = new URL(request.url).searchParams.get("gedaan");
  return { ...(await ownSecurity(actor)), known: actor.knownDevice, linkable: environment.mailedCode, done };
}

const acts = {
  close: nothing,
  trust: nothing,
  forget: nothing,
  end: z.object({ session: reference.optional() }),
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const asked = readAct(await readForm(request), acts);
  const back = (done: string, cookie?: string) => {
    const headers = cookie === undefined ? undefined : { "Set-Cookie": cookie };
    return redirect(`/mijn/${environment.id}/veiligheid?gedaan=${done}`, { status: 303, headers });
  };
  switch (asked.act) {
    case "close": {
      const conflict = await conflictIn(closeMailDoor(actor));
      return conflict ? data({ conflict }, 409) : back("deur");
    }
    case "trust":
      return back("apparaat", setCookie(`client-device-${environment.id}`, await trustDevice(actor), YEAR_S));
    case "forget":
      await forgetDevices(actor);
      return back("vergeten");
    case "end":
      await endOwnSessions(actor, clientDoor(environment.id), (asked.ok && asked.value.session) || null);
      return back("sessies");
  }
}

export const meta = titled("Inloggen en veiligheid", "Sign-in and security");

/** Ways in, this device, and where the client is signed in (F4, F6, F7). */
export default function Security() {
  const mine = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const words = pick(texts, language);
  const at = `/mijn/${environment?.id ?? ""}`;
  const said = own(words.done, mine.done);
  const back = useActionData<typeof action>();
  return (
    <ClientPage title={words.title} lead={words.lead} current="security">
      <Changed code={back?.conflict} />
      {said ? <Notice kind="positive" title={said} /> : null}
      <Card title={words.ways}>
        <ul className="list-disc space-y-1 pl-5">
          {mine.digid ? <li>{words.digid}</li> : null}
          {mine.mailDoor && mine.email ? <li>{words.mail(mine.email)}</li> : null}
        </ul>
        {mine.linkable && (mine.mailDoor || mine.digid) ? (
          <p className="mt-4">
            {mine.digid ? null : <span className="mb-3 block">{words.linkText}</span>}
            <ButtonLink href={`${at}/koppelen`} look="secondary">
              {mine.digid ? words.manageLink : words.link}
            </ButtonLink>
          </p>
        ) : null}
      </Card>
      {mine.digid && mine.mailDoor ? (
        <Card title={words.closeTitle}>
          <p className="mb-4">{words.closeText}</p>
          <form method="post">
            <Button name="act" value="close" look="danger">
              {words.close}
            </Button>
          </form>
        </Card>
      ) : null}
      <Card title={words.deviceTitle}>
        <p className="mb-4">{mine.known ? words.deviceKnown : words.deviceUnknown}</p>
        <form method="post" className="flex flex-wrap gap-3">
          {mine.known ? null : (
            <Button name="act" value="trust" look="secondary">
              {words.trust}
            </Button>
          )}
          {mine.devices.length > 0 ? (
            <Button name="act" value="forget" look="secondary">
              {words.forget}
            </Button>
          ) : null}
        </form>
      </Card>
      <SignInHistory history={mine.history} />
    </ClientPage>
  );
}
