import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ButtonLink } from "./buttons.tsx";
import { PublicPage } from "./layout.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/** Words for whatever went wrong, and the next step. Never what happened inside. */
export function ErrorPage() {
  const error = useRouteError();
  const { language } = useShell();
  const words = texts[language];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, lead] = words.errorPages[status] ?? words.errorPages[500]!;
  return (
    <PublicPage title={title} lead={lead}>
      <ButtonLink href="/">{words.toFront}</ButtonLink>
    </PublicPage>
  );
}
