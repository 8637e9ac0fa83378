import { randomUUID, X509Certificate } from "node:crypto";
import { signed, type Signer } from "./sign.ts";
import { attribute, NS } from "./xml.ts";

/** Where the simulator listens; paths are DigiD's own. */
export type Places = { entityId: string; request: string; resolve: string };

export function places(front: number, back: number): Places {
  const base = `http://127.0.0.1:${front}/saml/idp`;
  return {
    entityId: `${base}/metadata`,
    request: `${base}/request_authentication`,
    resolve: `https://127.0.0.1:${back}/saml/idp/resolve_artifact`,
  };
}

/** Signed metadata of the identity provider (SAML 2.0 metadata), as Logius hands it out. */
export function idpMetadata({ entityId, request, resolve }: Places, certificate: string, by: Signer): string {
  const id = `_${randomUUID()}`;
  const binding = "urn:oasis:names:tc:SAML:2.0:bindings";
  const sso = (name: string) =>
    `<md:SingleSignOnService Binding="${binding}:${name}" Location="${attribute(request)}"></md:SingleSignOnService>`;
  const build = (signature: string) =>
    `<md:EntityDescriptor xmlns:ds="${NS.ds}" xmlns:md="${NS.md}" ID="${id}" entityID="${attribute(entityId)}">${signature}` +
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${NS.samlp}">` +
    `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>${by.keyName}</ds:KeyName><ds:X509Data><ds:X509Certificate>` +
    `${new X509Certificate(certificate).raw.toString("base64")}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `</md:KeyDescriptor><md:ArtifactResolutionService Binding="${binding}:SOAP" Location="${attribute(resolve)}" index="0">` +
    `</md:ArtifactResolutionService>${sso("HTTP-POST")}${sso("HTTP-Redirect")}</md:IDPSSODescriptor></md:EntityDescriptor>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${signed({ id, build }, by)}\n`;
}
