import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { openedLink } from "#app/professionals/joining/authorization/signing/open.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const opened = await openedLink(request);
  if (opened.state !== "expired" && opened.state !== "replaced") return redirect("/machtiging", 303);
  // Nothing is out for signing any more: the page of the document says how it stands.
  const conflict = await conflictIn(renewSigningLink(opened.actor, opened.authorization.requestId));
  return redirect(conflict ? "/machtiging" : "/machtiging/nieuwe-link", 303);
}

export const meta = titled("Nieuwe link", "New link");

export default function NewLink() {
  const { language } = useShell();
  const words = pick(texts, language).renewed;
  return (
    <PublicPage title={words.title}>
      <Notice kind="positive">{words.text}</Notice>
    </PublicPage>
  );
}
