import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { atTheDoor, clientVisitor, requireClientSession } from "#app/platform/rights/client-guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { answerClientTerms } from "../terms.server.ts";
import { termsTexts } from "../terms-texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const client = await clientVisitor(request, environment);
  const asked = client !== null && !client.termsAccepted;
  const declined = asked && new URL(request.url).searchParams.has("niet-akkoord");
  return { terms: environment.terms, asked, declined, before: client?.previousSignInAt != null };
}

const answer = z.object({ version: z.coerce.number().int() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClientSession(request, params.environment);
  const asked = readAct(await readForm(request), { accept: answer, decline: answer }, { name: "answer" });
  const accepted = asked.act === "accept";
  const version = asked.ok ? asked.value.version : 0;
  const conflict = await conflictIn(answerClientTerms(actor, environment, version, accepted));
  if (conflict) return data({ conflict }, 409);
  const place = `/mijn/${environment.id}`;
  return redirect(accepted ? place : `${place}/voorwaarden?niet-akkoord`, 303);
}

export const meta = titled("Gebruikersvoorwaarden", "Terms of use");

/** The terms of an environment: for everybody to read, and with an answer for a client who has still to give one. */
export default function Terms() {
  const { terms, asked, declined, before } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, environment } = useShell();
  const words = pick(termsTexts, language);
  if (declined) return <Declined />;
  return (
    <ClientPage title={words.title} lead={asked ? (before ? words.again : words.lead) : undefined}>
      <Changed code={back?.conflict} />
      <p className="text-soft">{words.version(terms.version, formatDate(terms.from, language))}</p>
      <Card title={words.short}>
        <ul className="list-disc space-y-2 pl-5">
          {terms.short[language].map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Card>
      <details className="my-5" open={!asked}>
        <summary className="min-h-11 font-semibold text-brand-text">{words.full}</summary>
        <div lang="nl" className="prose mt-3">
          {terms.full.map((article) => (
            <p key={article}>{article}</p>
          ))}
        </div>
      </details>
      {asked ? (
        <form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="version" value={terms.version} />
          <Button name="answer" value="accept">
            {words.accept}
          </Button>
          <Button name="answer" value="decline" look="secondary">
            {words.decline}
          </Button>
        </form>
      ) : (
        <ButtonLink href={`/mijn/${environment?.id ?? ""}`} look="secondary">
          {words.back}
        </ButtonLink>
      )}
    </ClientPage>
  );
}

function Declined() {
  const { language, environment } = useShell();
  const words = pick(termsTexts, language);
  const desk = [environment?.desk.phone, environment?.desk.email].filter(Boolean).join(", ");
  const place = `/mijn/${environment?.id ?? ""}`;
  return (
    <ClientPage title={words.declinedTitle} lead={words.declined}>
      <Card title={words.takeData}>
        <p>{words.takeDataHow(desk)}</p>
      </Card>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${place}/voorwaarden`}>{words.reconsider}</ButtonLink>
        <form method="post" action={`${place}/uitloggen`}>
          <Button look="secondary">{words.signOut}</Button>
        </form>
      </div>
    </ClientPage>
  );
}
