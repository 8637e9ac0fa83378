import { createHash, createSign, randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { now } from "#app/shared/clock.server.ts";
import type { IdentityProvider, ProviderAnswer } from "./identity-provider.ts";
import { artifactResolve, authnRequest, enveloped } from "./messages.ts";
import { readAnswer } from "./read-answer.server.ts";
import type { Connection } from "./settings.server.ts";
import { signXml } from "./signed.server.ts";
import { Outage, postSoap } from "./soap.server.ts";
import { BadMessage } from "./strict-xml.server.ts";

const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
/** Type 0x0004, endpoint 0, SHA-1 of the provider's entity id, twenty random bytes (SAML 2.0 Bindings, 3.6.4). */
const ARTIFACT_BYTES = 44;

/** An id for a message: letters first, as XML wants it, and 160 random bits. */
export const messageId = () => `_${randomBytes(20).toString("hex")}`;

/** DigiD over SAML 3.x (specification 3.7): a signed question by form or address, an artifact back, exchanged over SOAP. */
export function saml3(connection: Connection, binding: "post" | "redirect"): IdentityProvider {
  return {
    origin: new URL(connection.post).origin,
    start: ({ party, requestId, level, relayState, providerName }) => {
      const byAddress = binding === "redirect" ? connection.redirect : null;
      const destination = byAddress ?? connection.post;
      const question = authnRequest({ party, id: requestId, at: now(), destination, level, providerName });
      if (byAddress === null) {
        const signed = signXml(question, requestId, connection.own);
        const SAMLRequest = Buffer.from(signed).toString("base64");
        return { action: connection.post, fields: { SAMLRequest, RelayState: relayState } };
      }
      return { location: `${destination}?${signedQuery(question, relayState, connection.own.key)}` };
    },
    complete: async ({ party, artifact }) => {
      if (!fits(artifact, connection.entityId)) return { kind: "refused", reason: "artifact" };
      const resolveId = messageId();
      const asked = artifactResolve({ party, id: resolveId, at: now(), artifact });
      const tls = { key: connection.own.key, cert: connection.own.certificate, ca: connection.authority };
      try {
        const bytes = await postSoap(connection.resolve, enveloped(signXml(asked, resolveId, connection.own)), tls);
        return readAnswer(bytes, { party, connection, resolveId, at: now() });
      } catch (error) {
        return failed(error);
      }
    },
  };
}

function failed(error: unknown): ProviderAnswer {
  if (error instanceof Outage) return { kind: "outage" };
  if (error instanceof BadMessage) return { kind: "refused", reason: error.code };
  throw error;
}

/** The query of the redirect binding, signed as it stands (SAML 2.0 Bindings, 3.4.4.1). */
function signedQuery(question: string, relayState: string, key: string): string {
  const SAMLRequest = deflateRawSync(Buffer.from(question)).toString("base64");
  const query = [
    ["SAMLRequest", SAMLRequest],
    ["RelayState", relayState],
    ["SigAlg", RSA_SHA256],
  ]
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`)
    .join("&");
  const signature = createSign("RSA-SHA256").update(query).sign(key, "base64");
  return `${query}&Signature=${encodeURIComponent(signature)}`;
}

function fits(artifact: string, entityId: string): boolean {
  if (!/^[A-Za-z0-9+/]{59}=$/.test(artifact) && !/^[A-Za-z0-9+/]{60}$/.test(artifact)) return false;
  const bytes = Buffer.from(artifact, "base64");
  if (bytes.byteLength !== ARTIFACT_BYTES || bytes.readUInt32BE(0) !== 0x00040000) return false;
  return bytes.subarray(4, 24).equals(createHash("sha1").update(entityId).digest());
}
