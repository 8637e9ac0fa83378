import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { own } from "#app/shared/own.ts";
import type { Language } from "#app/shared/i18n.ts";
import { ButtonLink } from "./buttons.tsx";
import { ClientPage } from "./client-layout.tsx";
import { useOwnPlace } from "./own-place.ts";
import { PublicPage } from "./layout.tsx";
import { RequestId } from "./request-id.ts";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

const wordsFor = (error: unknown, language: Language) => {
  const { errorCodes, errorPages } = texts[language];
  const code = isRouteErrorResponse(error) ? (error.data as { code?: string } | null)?.code : undefined;
  return (
    ((code && own(errorCodes, code)) || errorPages[isRouteErrorResponse(error) ? error.status : 500]) ??
    errorPages[500]!
  );
};

/** Title of the page for a fault, in words. */
export const errorTitle = (error: unknown, language: Language) => wordsFor(error, language)[0];

/** Words for whatever went wrong, and the next step. Never what happened inside. */
export function ErrorPage() {
  const error = useRouteError();
  const { language, environment } = useShell();
  const words = texts[language];
  const id = useContext(RequestId);
  const place = useOwnPlace();
  const foreseen = isRouteErrorResponse(error) && error.status < 500;
  const [title, lead] = wordsFor(error, language);
  // At the client side the frame is that of the environment, and so is the way on.
  const Frame = environment ? ClientPage : PublicPage;
  return (
    <Frame title={title} lead={lead}>
      {id && !foreseen && (
        <p className="mb-6">
          {words.errorId}: <code>{id}</code>
        </p>
      )}
      {environment ? (
        <ButtonLink href={`/mijn/${environment.id}`}>{`${words.toPlace} ${environment.name}`}</ButtonLink>
      ) : (
        <ButtonLink href={place?.href ?? "/"}>
          {place ? `${words.toPlace} ${place.label.toLowerCase()}` : words.toFront}
        </ButtonLink>
      )}
    </Frame>
  );
}
