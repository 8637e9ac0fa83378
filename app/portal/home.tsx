import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireClient } from "#app/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireClient(request, params.environment);
  return null;
}

export const meta = titled("Overzicht", "Overview");

/** The front page of a client. */
export default function Home() {
  const { language } = useShell();
  return (
    <ClientPage title={pick(texts, language).homeTitle} current="home">
      {null}
    </ClientPage>
  );
}
