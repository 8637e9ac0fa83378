import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Steps } from "#app/ui/steps.tsx";
import { targetDay } from "../target.server.ts";
import { texts } from "../texts.ts";

/** The same page for everybody who sends something in: it tells nobody what was known already (A01). */
export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { targetOn: targetDay() };
}

export const meta = titled("Uw aanvraag is verstuurd", "Your request has been sent");

export default function Received() {
  const { targetOn } = useLoaderData<typeof loader>();
  const { language, operator } = useShell();
  const all = pick(texts, language);
  const words = all.received;
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <Steps steps={all.steps} current={3} label={all.stepsLabel} />
      <Notice kind="positive" title={words.targetTitle(formatDate(targetOn, language))}>
        {words.target}
      </Notice>
      <h2>{words.next}</h2>
      <ol className="list-decimal space-y-2 pl-6">
        {words.nextSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-6 text-soft">{words.help(operator.desk)}</p>
    </PublicPage>
  );
}
