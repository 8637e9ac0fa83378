import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { digidOrigin } from "#app/platform/doors/digid/provider.server.ts";
import { startDigid } from "#app/platform/doors/digid/start.server.ts";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { SubmitsItself } from "#app/ui/submits-itself.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { provenAccount } from "../../link/link-digid.server.ts";
import { texts } from "../texts.ts";
import { wayBack } from "../way-back.ts";

const HALF_HOUR_S = 1800;

export function loader({ request, params }: LoaderFunctionArgs) {
  atTheDoor(request, params.environment);
  return { link: new URL(request.url).searchParams.get("doel") === "koppelen" };
}

/** Begins to sign in with DigiD, or to link it to the account that this browser has just proven. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atTheDoor(request, params.environment);
  const form = await readForm(request);
  const { id, digid } = environment;
  const link = textOf(form, "doel") === "koppelen";
  const accountId = link ? await provenAccount(environment, readCookie(request, `client-attempt-${id}`)) : null;
  if (link && !accountId) return redirect(`/mijn/${id}/koppelen?uitkomst=late`, 303);
  const begun = await startDigid(actor, {
    environmentId: id,
    minimumLevel: digid.level,
    providerName: digid.registeredName,
    purpose: link ? "link" : "sign_in",
    accountId: accountId ?? undefined,
  });
  if (!begun) return redirect(`/mijn/${id}/inloggen/niet-gelukt?hoe=outage`, 303);
  const back = encodeURIComponent(wayBack(id, textOf(form, "terug"))).replaceAll("%", ".");
  const headers = new Headers({ "X-Form-Action": digidOrigin() ?? "" });
  headers.append("Set-Cookie", setCookie(`digid-${id}`, begun.browserToken, HALF_HOUR_S));
  headers.append("Set-Cookie", setCookie(`digid-back-${id}`, back.length <= 200 ? back : "-", HALF_HOUR_S));
  if ("location" in begun.step) return redirect(begun.step.location, { status: 303, headers });
  return data({ step: begun.step }, { headers });
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
export const meta = titled("Naar DigiD", "To DigiD");

/** The step to DigiD: a form with a button that presses itself where it can. */
export default function Go() {
  const { link } = useLoaderData<typeof loader>();
  const begun = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <ClientPage title={words.goTitle} lead={link ? words.goLink : words.goText}>
      {begun ? (
        <form method="post" action={begun.step.action} id="by-itself">
          {Object.entries(begun.step.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>{words.go}</Button>
          <SubmitsItself />
        </form>
      ) : (
        <form method="post" id={link ? "by-itself" : undefined}>
          {link ? <input type="hidden" name="doel" value="koppelen" /> : null}
          <Button>{words.go}</Button>
          {link ? <SubmitsItself /> : null}
        </form>
      )}
    </ClientPage>
  );
}
