import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { environments } from "#app/platform/settings/in-force.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Sections } from "./sections.tsx";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const asked = new URL(request.url).searchParams.get("voor");
  return { client: environments().find((one) => one.id === asked)?.name ?? null };
}

export const meta = titled("Privacy", "Privacy");

export default function Privacy() {
  const { language } = useShell();
  const { client } = useLoaderData<typeof loader>();
  const { privacy: words, clientPrivacy } = pick(texts, language);
  // Clients read about their own data, not about those of practitioners.
  if (client !== null) {
    return (
      <PublicPage title={clientPrivacy.title(client)}>
        <Sections sections={clientPrivacy.sections(client)} />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.title}>
      <Sections sections={words.sections} />
    </PublicPage>
  );
}
