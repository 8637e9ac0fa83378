import { createServer, type Server } from "node:https";
import type { Artifacts } from "./artifacts.ts";
import { soapAnswer } from "./answer.ts";
import { body } from "./body.ts";
import type { Clock } from "./clock.ts";
import { keyFile } from "./keys.ts";
import { acsOf, issuerOf, type Registered } from "./request.ts";
import type { Signer } from "./sign.ts";
import { child, parsed, vouched } from "./verify.ts";
import { NS } from "./xml.ts";

const SLOW_MS = 15_000;

type Back = { folder: string; registered: Registered; clock: Clock; artifacts: Artifacts; issuer: string; by: Signer };

/** `POST /saml/idp/resolve_artifact` over TLS that asks for a client certificate of the simulator's own authority. */
export function backChannel({ folder, registered, clock, artifacts, issuer, by }: Back): Server {
  const tls = {
    key: keyFile(folder, "tls.key"),
    cert: keyFile(folder, "tls.crt"),
    ca: keyFile(folder, "ca.crt"),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
  } as const;
  return createServer(tls, (request, response) => {
    void body(request).then((xml) => {
      const asked =
        request.method === "POST" && request.url === "/saml/idp/resolve_artifact"
          ? resolving(xml, registered)
          : undefined;
      if (!asked || !clock.takes(asked.issueInstant)) return response.writeHead(404).end();
      const fault = artifacts.faultOf(asked.artifact);
      if (fault === "dead-back-channel") return request.socket.destroy();
      const found = artifacts.take(asked.artifact, asked.entityId, clock.now());
      const answer = soapAnswer(found, asked.id, { issuer, clock, by });
      const send = () => response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" }).end(answer);
      if (fault !== "slow-back-channel") return send();
      const later = setTimeout(send, SLOW_MS);
      response.once("close", () => clearTimeout(later));
    });
  });
}

type Resolving = { id: string; entityId: string; issueInstant: string; artifact: string };

/** Nothing when unreadable, by somebody unknown, or badly signed. */
function resolving(xml: string, { portal, certificate }: Registered): Resolving | undefined {
  const envelope = parsed(xml);
  if (envelope?.namespaceURI !== NS.soap || envelope.localName !== "Envelope") return undefined;
  const inside = child(envelope, NS.soap, "Body");
  const found = inside && child(inside, NS.samlp, "ArtifactResolve");
  const said = found && vouched(xml, found, certificate);
  if (!said || !acsOf(issuerOf(said), portal)) return undefined;
  return {
    id: said.getAttribute("ID") ?? "",
    entityId: issuerOf(said),
    issueInstant: said.getAttribute("IssueInstant") ?? "",
    artifact: child(said, NS.samlp, "Artifact")?.textContent?.trim() ?? "",
  };
}
