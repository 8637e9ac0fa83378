import type { LoaderFunctionArgs } from "@remix-run/node";
import { pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { texts } from "../texts.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  atMailDoor(request, params.environment);
  return null;
}

export const meta = titled("Aanmelding ontvangen", "Sign-up received");

/** What happens after signing up. */
export default function Received() {
  const { language, environment } = useShell();
  const words = pick(texts, language).received;
  const desk = environment?.desk;
  return (
    <ClientPage title={words.title} lead={words.lead}>
      <ol className="list-decimal space-y-2 pl-6">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-5">
        {words.faster} {desk?.phoneLink ? <a href={desk.phoneLink}>{desk.phone}</a> : null}
      </p>
    </ClientPage>
  );
}
