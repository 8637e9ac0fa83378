import { randomBytes } from "node:crypto";
import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { REQUEST_ID } from "#app/shared/request.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { RequestId } from "#app/ui/request-id.ts";
import { Nonce } from "#app/ui/scripts.tsx";
import { OperatorHere } from "#app/ui/shell.tsx";

export { answering } from "#app/shared/request.server.ts";
export { handleError } from "#app/shared/report-error.server.ts";
export { startPortal } from "#app/jobs/portal.server.ts";
export { startFaults, startWarnings } from "#app/jobs/start.server.ts";
export { keepUp } from "#app/platform/settings/in-force.server.ts";

const policy = (nonce: string, formTarget: string | null) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${formTarget ? ` ${formTarget}` : ""}`,
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/**
 * Renders a page as one whole string. React 18.3 streaming puts zero bytes into pages with characters of several
 * bytes; loader data are complete before this is called, so nothing is lost by not streaming.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = randomBytes(16).toString("base64");
  const body = renderToString(
    <Nonce.Provider value={nonce}>
      <RequestId.Provider value={request.headers.get(REQUEST_ID) ?? ""}>
        <OperatorHere.Provider value={operator()}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </OperatorHere.Provider>
      </RequestId.Provider>
    </Nonce.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  // A page that posts elsewhere, as to DigiD, names that one origin.
  headers.set("Content-Security-Policy", policy(nonce, headers.get("X-Form-Action")));
  headers.delete("X-Form-Action");
  // Bytes spare the answer a second look at every character.
  return new Response(Buffer.from(`<!DOCTYPE html>${body}`), { status, headers });
}
