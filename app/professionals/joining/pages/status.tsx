import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, conflictIn, Invalid, Limited, NotFound } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { type Language, pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { answerDesk } from "../answer.server.ts";
import { progressOf } from "../progress.server.ts";
import { openStatus, renewStatusLink } from "../status.server.ts";
import { withdrawRequest } from "../withdraw.server.ts";
import { ClosedStatus } from "./closed-status.tsx";
import { Checks } from "./status-checks.tsx";
import { AnswerForm, Happened, RenewSigning, Schedule, WithdrawForm } from "./status-parts.tsx";
import { texts } from "../texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const opened = await openStatus(stranger(request), request);
  const news = new URL(request.url).searchParams.get("nieuws");
  if (opened.state === "good") return { state: "good" as const, news, progress: await progressOf(opened.request) };
  const newestAt = opened.state === "replaced" ? opened.newestAt : null;
  return data({ state: opened.state, news, newestAt }, opened.state === "unknown" ? 404 : 410);
}

const acts = {
  answer: z.object({ answer: z.string() }),
  renew: nothing,
  renew_signing: nothing,
  withdraw: nothing,
};

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const asked = readAct(await readForm(request), acts, { absent: "answer" });
  if (asked.act === "renew") {
    await renewStatusLink(request);
    return redirect("/status?nieuws=link", 303);
  }
  const opened = await openStatus(actor, request);
  if (opened.state !== "good") throw new NotFound();
  if (asked.act === "renew_signing") {
    try {
      await renewSigningLink(opened.actor, opened.request.id);
      return redirect("/status?nieuws=machtiging", 303);
    } catch (error) {
      if (error instanceof Limited) return redirect("/status?nieuws=wachten", 303);
      if (error instanceof Conflict) return data({ error: undefined, typed: "", conflict: error.code }, 409);
      throw error;
    }
  }
  if (asked.act === "withdraw") {
    const conflict = await conflictIn(withdrawRequest(opened.actor));
    return conflict ? data({ error: undefined, typed: "", conflict }, 409) : redirect("/status", 303);
  }
  const answer = typedIn(asked, "answer");
  try {
    await answerDesk(opened.actor, answer);
    return redirect("/status?nieuws=antwoord", 303);
  } catch (error) {
    if (error instanceof Conflict) return data({ error: undefined, typed: answer, conflict: error.code }, 409);
    if (!(error instanceof Invalid)) throw error;
    return data({ error: error.fields.answer ?? "required", typed: answer, conflict: null }, 422);
  }
}

export const meta = titled("Uw aanvraag", "Your request");

export default function Status() {
  const page = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.status;
  if (page.state !== "good")
    return <ClosedStatus state={page.state} newestAt={page.newestAt} sent={page.news === "link"} />;
  const { progress, news } = page;
  const { state } = progress;
  const facts = [
    { term: words.number, value: progress.number },
    { term: words.stateLabel, value: words.states[state] },
    { term: words.submittedAt, value: formatDateTime(progress.submittedAt, language) },
    ...awaited(progress, words, language),
    ...(progress.reason ? [{ term: words.reason, value: progress.reason }] : []),
  ];
  return (
    <PublicPage title={`${words.title} ${progress.number}`} lead={words.states[state]}>
      <Changed code={back?.conflict} typed={back?.typed} />
      {news === "antwoord" ? <Notice kind="positive" title={words.answered} /> : null}
      {news === "machtiging" ? <Notice kind="positive" title={words.signingSent} /> : null}
      {news === "wachten" ? <Notice kind="warning" title={words.signingLimited} /> : null}
      <Notice
        kind={state === "info_requested" || state === "authorization_sent" ? "warning" : "info"}
        title={words.waitingFor}
      >
        {words.waits[state]} {progress.account ? words.account[progress.account] : ""}
      </Notice>
      {progress.canRenew ? <RenewSigning /> : null}
      {progress.question ? <AnswerForm question={progress.question} error={back?.error} typed={back?.typed} /> : null}
      <Card>
        <DescriptionList items={facts} />
      </Card>
      {progress.schedule ? <Schedule schedule={progress.schedule} /> : null}
      {progress.signed ? (
        <Card title={words.documents}>
          {progress.signed.inForce ? null : <p className="mb-4">{words.documentFallen}</p>}
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/status/document/machtiging.pdf" look="secondary">
              {words.document}
            </ButtonLink>
            <ButtonLink href="/status/document/bewijs.pdf" look="secondary">
              {words.evidence}
            </ButtonLink>
          </div>
        </Card>
      ) : null}
      {["expired", "rejected", "withdrawn"].includes(state) ? (
        <ButtonLink href="/registreren">{words.again}</ButtonLink>
      ) : null}
      {progress.account === "invited" || progress.account === "active" || progress.account === "lapsed" ? (
        <ButtonLink href="/inloggen">{words.signIn}</ButtonLink>
      ) : null}
      <Checks checks={progress.checks} called={progress.called} />
      <Happened story={progress.story} />
      {progress.canWithdraw ? <WithdrawForm /> : null}
    </PublicPage>
  );
}

type Dates = Pick<Awaited<ReturnType<typeof progressOf>>, "state" | "targetOn" | "promiseOn">;

/** The day that is promised or aimed at, while the request is under way. */
function awaited({ state, targetOn, promiseOn }: Dates, words: (typeof texts)["nl"]["status"], language: Language) {
  if (promiseOn) {
    const value = state === "info_requested" ? words.promisePaused : formatDate(promiseOn, language);
    return [{ term: words.promise, value }];
  }
  return targetOn ? [{ term: words.target, value: formatDate(targetOn, language) }] : [];
}
