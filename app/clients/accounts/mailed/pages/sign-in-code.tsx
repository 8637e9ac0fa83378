import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Environment } from "#app/platform/settings/environment.ts";
import { masked } from "#app/platform/doors/account.server.ts";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { safePath } from "#app/shared/back.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { giveCode, halfSession, resendCode } from "../sign-in.server.ts";
import { texts } from "../texts.ts";
import { MailedCode } from "./mailed-code.tsx";
import { factorCode } from "#app/shared/fields/code.ts";

/** The account of the half session of this browser. @throws redirect to the first step when there is none any more */
async function half(environment: Environment, token: string | null) {
  try {
    return (await halfSession(environment, token)).account;
  } catch (error) {
    if (error instanceof Conflict) throw redirect(`/mijn/${environment.id}/inloggen/mail`, 303);
    throw error;
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const { email } = await half(environment, readCookie(request, `client-attempt-${environment.id}`));
  const query = new URL(request.url).searchParams;
  return { to: masked(email ?? ""), sent: query.has("verstuurd"), limited: query.has("wachten") };
}

const acts = { confirm: z.object({ code: factorCode }), resend: nothing };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  const token = readCookie(request, `client-attempt-${environment.id}`);
  await half(environment, token);
  const home = `/mijn/${environment.id}`;
  const back = safePath(new URL(request.url).searchParams.get("terug"), "");
  const suffix = back ? `&terug=${encodeURIComponent(back)}` : "";
  if (asked.act === "resend") {
    try {
      await resendCode(environment, token);
    } catch (error) {
      if (error instanceof Limited) return redirect(`${home}/inloggen/mail/code?wachten${suffix}`, 303);
      throw error;
    }
    return redirect(`${home}/inloggen/mail/code?verstuurd${suffix}`, 303);
  }
  const code = asked.ok ? asked.value.code : "";
  const given = { code, device: readCookie(request, `client-device-${environment.id}`) };
  const answer = await giveCode(actor, environment, token, given);
  if ("refused" in answer) return data({ error: answer.refused }, 422);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie(`client-${environment.id}`, answer.session));
  headers.append("Set-Cookie", clearCookie(`client-attempt-${environment.id}`));
  return redirect(back || home, { status: 303, headers });
}

export const meta = titled("Code", "Code");

export default function MailSignInCode() {
  const given = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const beginning = `/mijn/${environment?.id ?? ""}/inloggen/mail`;
  const { signIn } = pick(texts, language).code;
  return <MailedCode {...given} error={back?.error} submit={signIn} beginning={beginning} />;
}
