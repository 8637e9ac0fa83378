import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Environment } from "#app/platform/settings/environment.ts";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { atMailDoor, clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { whenAgain } from "#app/platform/doors/until.server.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import type { PasswordRefused } from "#app/platform/doors/sign-in/password.server.ts";
import { linkWithPassword, proveAccount } from "../link-digid.server.ts";
import { linkSituation } from "../situation.server.ts";
import { texts } from "../texts.ts";
import { undoLink } from "../undo-link.server.ts";
import { LinkedDigid, StartLink } from "./own.tsx";
import { Question } from "./question.tsx";

async function here(request: Request, environment: Environment) {
  const client = await clientVisitor(request, environment);
  const token = readCookie(request, `client-attempt-${environment.id}`);
  const situation = await linkSituation(client, environment, token);
  return { client, token, situation, at: `/mijn/${environment.id}` };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  const { situation, at } = await here(request, environment);
  const outcome = new URL(request.url).searchParams.get("uitkomst");
  if (!situation && !outcome) throw redirect(`${at}/inloggen?terug=${encodeURIComponent(`${at}/koppelen`)}`);
  return { situation, outcome };
}

const acts = {
  start: z.object({ password: z.string() }),
  link: z.object({ email: z.string(), password: z.string() }),
  undo: nothing,
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atMailDoor(request, params.environment);
  const { client, token, situation, at } = await here(request, environment);
  if (!client && !token) throw redirect(`${at}/inloggen`, 303);
  const asked = readAct(await readForm(request), acts);
  const password = asked.ok && "password" in asked.value ? asked.value.password : "";
  const device = readCookie(request, `client-device-${environment.id}`);
  const unlocked = readCookie(request, `client-link-${environment.id}`);
  if (asked.act === "undo") {
    if (!client) throw redirect(`${at}/inloggen`, 303);
    const conflict = await conflictIn(undoLink(client));
    if (conflict) return data({ error: undefined, typed: "", conflict }, 409);
    return redirect(`${at}/koppelen?uitkomst=undone`, 303);
  }
  const attempt = `client-attempt-${environment.id}` as const;
  if (asked.act === "start") {
    // What the page offered is not possible any more: it says how it stands.
    if (!client || situation?.kind !== "start") return redirect(`${at}/koppelen`, 303);
    const answer = await proveAccount(
      actor,
      environment,
      { email: situation.email, password, device, unlocked },
      client.accountId,
    );
    if ("refused" in answer) return refusal(request, answer, "");
    return redirect(`${at}/digid?doel=koppelen`, {
      status: 303,
      headers: { "Set-Cookie": setCookie(attempt, answer.token) },
    });
  }
  const email = typedIn(asked, "email");
  const answer = await linkWithPassword(actor, environment, token, { email, password, device, unlocked });
  if ("refused" in answer) return refusal(request, answer, email);
  if (answer.answer !== "linked") return redirect(`${at}/koppelen?uitkomst=${answer.answer}`, 303);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie(`client-${environment.id}`, answer.session));
  headers.append("Set-Cookie", clearCookie(attempt));
  return redirect(`${at}/koppelen?uitkomst=linked`, { status: 303, headers });
}

function refusal(request: Request, answer: PasswordRefused, typed: string) {
  const language = languageOf(request);
  const words = pick(texts, language);
  if (answer.refused === "locked")
    return data({ error: words.locked(whenAgain(answer.until, language)), typed, conflict: null }, 429);
  return data({ error: typed ? words.wrong : words.wrongPassword, typed, conflict: null }, 422);
}

export const meta = titled("DigiD koppelen", "Link DigiD");

export default function LinkDigid() {
  const { situation, outcome } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const words = pick(texts, language);
  const said = own(words.outcomes, outcome);
  const at = `/mijn/${environment?.id ?? ""}`;
  return (
    <ClientPage title={words.title} current="security">
      <Changed code={back?.conflict} />
      {said ? (
        <Notice kind={said[0]} title={said[1]}>
          {said[2]}
        </Notice>
      ) : null}
      {situation?.kind === "question" ? (
        <Question known={situation.known} error={back?.error} typed={back?.typed} />
      ) : null}
      {situation?.kind === "start" ? <StartLink error={back?.error} /> : null}
      {situation?.kind === "linked" ? <LinkedDigid {...situation} /> : null}
      <p className="mt-6">
        {environment?.client ? (
          <ButtonLink href={at} look="secondary">
            {words.home}
          </ButtonLink>
        ) : (
          <a href={`${at}/inloggen`}>{words.again}</a>
        )}
      </p>
    </ClientPage>
  );
}
