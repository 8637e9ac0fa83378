import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Sections } from "./sections.tsx";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export const meta = titled("Achtergrond", "Background");

export default function About() {
  const { language } = useShell();
  const words = pick(texts, language).about;
  return (
    <PublicPage title={words.title}>
      <Sections sections={words.sections} />
    </PublicPage>
  );
}
