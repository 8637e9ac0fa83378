import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { staffMenu } from "#app/platform/rights/staff-menu.server.ts";
import { requireSession } from "#app/platform/rights/guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { reference } from "#app/shared/fields/words.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { homeOf } from "#app/platform/doors/home.ts";
import { answerTerms } from "#app/platform/doors/terms.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireSession(request);
  if (actor.termsAccepted) throw redirect(homeOf(actor, await staffMenu(actor.accountId)));
  return { terms: terms(), declined: new URL(request.url).searchParams.has("niet-akkoord") };
}

const shown = z.object({ version: reference });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireSession(request);
  const asked = readAct(await readForm(request), { accept: shown, decline: shown }, { name: "answer" });
  const accepted = asked.act === "accept";
  const conflict = await conflictIn(answerTerms(actor, asked.ok ? asked.value.version : "", accepted));
  if (conflict) return data({ conflict }, 409);
  return redirect(
    accepted ? homeOf(actor, await staffMenu(actor.accountId)) : "/voorwaarden/accepteren?niet-akkoord",
    303,
  );
}

export const meta = titled("Gebruiksvoorwaarden", "Terms of use");

export default function AcceptTerms() {
  const { terms, declined } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).terms;
  if (declined) {
    return (
      <SplitPage title={words.declinedTitle} lead={words.declined}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/voorwaarden/accepteren" look="secondary">
            {words.back}
          </ButtonLink>
          <form method="post" action="/uitloggen">
            <Button look="quiet">{words.signOut}</Button>
          </form>
        </div>
      </SplitPage>
    );
  }
  return (
    <SplitPage title={words.title} lead={words.lead(terms.version)}>
      <Changed code={failed?.conflict} />
      <div className="prose">
        <ul>
          {terms.short[language].map((point) => (
            <li key={point} className="mb-2">
              {point}
            </li>
          ))}
        </ul>
        <details className="my-5">
          <summary className="font-semibold text-brand-text">{words.full}</summary>
          <div lang="nl" className="mt-3">
            {terms.full.map((article) => (
              <p key={article}>{article}</p>
            ))}
          </div>
        </details>
      </div>
      <form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="version" value={terms.version} />
        <Button name="answer" value="accept">
          {words.accept}
        </Button>
        <Button name="answer" value="decline" look="secondary">
          {words.decline}
        </Button>
      </form>
    </SplitPage>
  );
}
