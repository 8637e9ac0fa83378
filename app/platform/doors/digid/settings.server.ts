import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { config } from "#app/shared/config.server.ts";
import { attribute, children, mustBe, NS, only, readStrict, textIn } from "./strict-xml.server.ts";

/** Everything that is needed to talk to one DigiD. */
export type Connection = {
  entityId: string;
  /** Where browsers go. */
  post: string;
  redirect: string | null;
  /** Where artifacts are exchanged. */
  resolve: string;
  /** Certificates of the provider's messages, PEM; two while a key changes. */
  certificates: string[];
  own: { key: string; certificate: string };
  /** Authority that the provider's TLS certificate must come from, PEM. */
  authority: string;
};

const BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:";
let kept: { file: string; connection: Connection } | undefined;

/** The connection of the settings, read once; null when there is none. @throws when a file is not what it has to be */
export function connection(): Connection | null {
  const { digid } = config;
  if (!digid) return null;
  if (kept?.file !== digid.metadata) kept = { file: digid.metadata, connection: read(digid) };
  return kept.connection;
}

type Files = { metadata: string; certificate: string; key: string; authority: string };

function read(files: Files): Connection {
  const text = (file: string) => readFileSync(file, "utf8");
  return {
    ...readProvider(text(files.metadata)),
    own: { key: text(files.key), certificate: text(files.certificate) },
    authority: text(files.authority),
  };
}

/** What a provider's metadata says. It is trusted because it was handed over, not because of its signature. @throws BadMessage */
export function readProvider(xml: string): Omit<Connection, "own" | "authority"> {
  const root = mustBe(readStrict(xml), NS.md, "EntityDescriptor");
  const role = only(root, NS.md, "IDPSSODescriptor");
  const located = (name: string, binding: string) =>
    children(role)
      .filter((one) => one.namespaceURI === NS.md && one.localName === name)
      .find((one) => one.getAttribute("Binding") === BINDING + binding)
      ?.getAttribute("Location") ?? null;
  const certificates = children(role)
    .filter((one) => one.localName === "KeyDescriptor" && one.getAttribute("use") !== "encryption")
    .map((one) => only(only(only(one, NS.ds, "KeyInfo"), NS.ds, "X509Data"), NS.ds, "X509Certificate"))
    .map((one) => new X509Certificate(Buffer.from(textIn(one), "base64")).toString());
  const [post, redirect] = [
    located("SingleSignOnService", "HTTP-POST"),
    located("SingleSignOnService", "HTTP-Redirect"),
  ];
  const resolve = located("ArtifactResolutionService", "SOAP");
  if (!post || !resolve || certificates.length === 0)
    throw new Error("the metadata of DigiD lack an address or a certificate");
  return { entityId: attribute(root, "entityID"), post, redirect, resolve, certificates };
}
