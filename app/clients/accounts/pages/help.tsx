import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { helpTexts } from "../help-texts.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  return { mailedCode: environment.mailedCode };
}

export const meta = titled("Hulp bij inloggen", "Help with signing in");

/** Help by situation (P-09, F8). */
export default function Help() {
  const { mailedCode } = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const words = pick(helpTexts, language);
  const at = `/mijn/${environment?.id ?? ""}`;
  const desk = environment?.desk;
  return (
    <ClientPage title={words.title} lead={words.lead} current="help">
      <div className="divide-y divide-line rounded-xl border border-line bg-raised">
        {[...words.digid, ...(mailedCode ? words.mail : [])].map((one) => (
          <details key={one.id} id={one.id} className="px-5 py-1 sm:px-6">
            <summary className="py-3 font-semibold text-brand-text">{one.title}</summary>
            <ol className="list-decimal space-y-2 pb-4 pl-6">
              {one.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        ))}
      </div>
      <Card title={words.desk}>
        <p>{words.deskText}</p>
        <p className="mt-2">
          {desk?.phoneLink ? <a href={desk.phoneLink}>{desk.phone}</a> : null}
          {desk?.phoneLink ? `, ${desk.hours[language]}` : null}
          <br />
          <a href={`mailto:${desk?.email ?? ""}`}>{desk?.email}</a>
        </p>
      </Card>
      <Notice kind="warning" title={words.urgent}>
        <p>{words.urgentText}</p>
      </Notice>
      <ButtonLink href={environment?.client ? at : `${at}/inloggen`} look="secondary">
        {environment?.client ? words.backIn : words.back}
      </ButtonLink>
    </ClientPage>
  );
}
