import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Artifacts, Ended } from "./artifacts.ts";
import { body } from "./body.ts";
import type { Clock } from "./clock.ts";
import { begin, post, type Login } from "./login.ts";
import { loginPage, notice } from "./pages.ts";
import { postedRequest, redirectedRequest, type LoginRequest, type Registered } from "./request.ts";

const KEPT = 500;

type Front = { metadata: string; endpoint: string; registered: Registered; clock: Clock; artifacts: Artifacts };

/** What the browser meets: metadata, the request's arrival and the login pages. Logins stand in memory by a random id. */
export function frontChannel({ metadata, endpoint, registered, clock, artifacts }: Front): Server {
  const logins = new Map<string, Login>();

  function back(response: ServerResponse, ended: Ended): void {
    const { acs, relayState } = ended.request;
    const query = new URLSearchParams({ SAMLart: artifacts.issue(ended, clock.now()) });
    if (relayState) query.set("RelayState", relayState);
    response.writeHead(303, { Location: `${acs}?${query.toString()}`, "Cache-Control": "no-store" }).end();
  }

  function arrived(response: ServerResponse, request: LoginRequest | undefined): void {
    if (!request) return missing(response);
    if (!request.level) {
      const outcome = { kind: "failure", top: "Requester", second: "RequestDenied" } as const;
      return back(response, { request, outcome, fault: "none" });
    }
    const login = begin(request, request.level);
    logins.set(login.id, login);
    for (const oldest of logins.keys()) if (logins.size > KEPT) logins.delete(oldest);
    response.writeHead(303, { Location: `/inloggen/${login.id}` }).end();
  }

  function step(response: ServerResponse, login: Login, form: URLSearchParams, address: string): void {
    const posted = post(login, form, address);
    if (posted.kind === "next") return void response.writeHead(303, { Location: `/inloggen/${login.id}` }).end();
    if (posted.kind === "wrong") return html(response, 422, loginPage(login, form, posted.errors));
    if (posted.kind === "outage") return html(response, 503, OUTAGE);
    logins.delete(login.id);
    back(response, { request: login.request, outcome: posted.outcome, fault: posted.fault });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const sent = request.method === "POST" ? new URLSearchParams(await body(request)) : undefined;
    if (path === "/saml/idp/metadata")
      return void response.writeHead(200, { "Content-Type": "application/samlmetadata+xml" }).end(metadata);
    if (path === "/saml/idp/request_authentication") {
      const asked = sent
        ? postedRequest(sent, registered, clock, endpoint)
        : redirectedRequest(query, registered, clock, endpoint);
      return arrived(response, asked);
    }
    const login = path.startsWith("/inloggen/") ? logins.get(path.slice("/inloggen/".length)) : undefined;
    if (!login) return missing(response);
    if (sent) return step(response, login, sent, request.socket.remoteAddress ?? "127.0.0.1");
    html(response, 200, loginPage(login));
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

const OUTAGE = notice(
  "DigiD is niet bereikbaar",
  "DigiD heeft een storing (nagemaakt). Probeer het later nog eens.",
  "DigiD is out of order (simulated). Please try again later.",
);

function missing(response: ServerResponse): void {
  const dutch = "Deze pagina bestaat niet, of deze login is al klaar.";
  html(response, 404, notice("Niet gevonden", dutch, "There is no such page, or this login has ended."));
}

function html(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "no-referrer",
    })
    .end(page);
}
