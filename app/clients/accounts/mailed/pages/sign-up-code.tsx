import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Environment } from "#app/platform/settings/environment.ts";
import { masked } from "#app/platform/doors/account.server.ts";
import { clearCookie, readCookie } from "#app/platform/doors/cookies.server.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { confirmSignUp } from "../confirm-sign-up.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { resendSignUp, waitingSignUp } from "../sign-up.server.ts";
import { texts } from "../texts.ts";
import { MailedCode } from "./mailed-code.tsx";
import { factorCode } from "#app/shared/fields/code.ts";

/** The sign-up of this browser. @throws redirect to the first step when there is none any more */
async function begun(environment: Environment, token: string | null) {
  try {
    return (await waitingSignUp(environment, token)).waiting;
  } catch (error) {
    if (error instanceof Conflict) throw redirect(`/mijn/${environment.id}/aanmelden`, 303);
    throw error;
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const { email } = await begun(environment, readCookie(request, `client-attempt-${environment.id}`));
  const query = new URL(request.url).searchParams;
  return { to: masked(email), sent: query.has("verstuurd"), limited: query.has("wachten") };
}

const acts = { confirm: z.object({ code: factorCode }), resend: nothing };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  const token = readCookie(request, `client-attempt-${environment.id}`);
  await begun(environment, token);
  const at = `/mijn/${environment.id}/aanmelden`;
  if (asked.act === "resend") {
    try {
      await resendSignUp(environment, token);
    } catch (error) {
      if (error instanceof Limited) return redirect(`${at}/code?wachten`, 303);
      throw error;
    }
    return redirect(`${at}/code?verstuurd`, 303);
  }
  const code = asked.ok ? asked.value.code : "";
  const verdict = await confirmSignUp(actor, environment, token, code);
  if (verdict !== "right") return data({ error: verdict }, 422);
  const headers = { "Set-Cookie": clearCookie(`client-attempt-${environment.id}`) };
  return redirect(`${at}/ontvangen`, { status: 303, headers });
}

export const meta = titled("Code", "Code");

export default function SignUpCode() {
  const given = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const beginning = `/mijn/${environment?.id ?? ""}/aanmelden`;
  const { submit } = pick(texts, language).code;
  return <MailedCode {...given} error={back?.error} submit={submit} beginning={beginning} />;
}
