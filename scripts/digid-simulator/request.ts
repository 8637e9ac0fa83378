import { inflateRawSync } from "node:zlib";
import type { Clock } from "./clock.ts";
import { levels, type Level } from "./levels.ts";
import { child, children, parsed, vouched, vouchedQuery } from "./verify.ts";
import { NS } from "./xml.ts";

/** Who may ask: any environment of the portal, which all sign with one key. */
export type Registered = { portal: string; certificate: string };

/** A request whose signature held; `level` is missing when it breaks a rule, and is then answered by RequestDenied. */
export type LoginRequest = {
  id: string;
  entityId: string;
  acs: string;
  service: string;
  relayState: string;
  level?: Level;
};

/** Return address by convention, of an environment's entityID; nothing for somebody who is not registered. */
export function acsOf(entityId: string, portal: string): string | undefined {
  const environment = entityId.startsWith(`${portal}/mijn/`)
    ? /^([a-z\d-]+)\/digid\/metadata$/.exec(entityId.slice(`${portal}/mijn/`.length))?.[1]
    : undefined;
  return environment && `${portal}/mijn/${environment}/digid/terug`;
}

export function issuerOf(message: Element): string {
  return child(message, NS.saml, "Issuer")?.textContent?.trim() ?? "";
}

/** HTTP-POST binding: base64 of a message with its signature inside. Nothing when unreadable, unknown or badly signed. */
export function postedRequest(form: URLSearchParams, by: Registered, clock: Clock, endpoint: string) {
  const xml = Buffer.from(form.get("SAMLRequest") ?? "", "base64").toString();
  const found = parsed(xml);
  const said = found && vouched(xml, found, by.certificate);
  if (!said) return undefined;
  const right = said.getAttribute("Destination") === endpoint;
  return judged(said, form.get("RelayState") ?? "", by, clock, right);
}

/** HTTP-Redirect binding: deflated message, signature over the query. Nothing when unreadable, unknown or badly signed. */
export function redirectedRequest(query: string, by: Registered, clock: Clock, endpoint: string) {
  const given = new URLSearchParams(query);
  let said: Element | undefined;
  try {
    const packed = Buffer.from(given.get("SAMLRequest") ?? "", "base64");
    said = parsed(inflateRawSync(packed, { maxOutputLength: 256 * 1024 }).toString());
  } catch {
    return undefined;
  }
  if (!said || !vouchedQuery(query, by.certificate)) return undefined;
  const right = ["", endpoint].includes(said.getAttribute("Destination") ?? "");
  return judged(said, given.get("RelayState") ?? "", by, clock, right);
}

function judged(
  said: Element,
  relayState: string,
  { portal }: Registered,
  clock: Clock,
  destinationRight: boolean,
): LoginRequest | undefined {
  const entityId = issuerOf(said);
  const acs = acsOf(entityId, portal);
  const id = said.getAttribute("ID");
  if (!acs || !id || said.namespaceURI !== NS.samlp || said.localName !== "AuthnRequest") return undefined;
  const small = Buffer.byteLength(relayState) <= 80;
  const sound =
    [clock.takes(said.getAttribute("IssueInstant") ?? ""), destinationRight, small, returnsTo(said, acs)].every(
      Boolean,
    ) && said.getAttribute("Version") === "2.0";
  return {
    id,
    entityId,
    acs,
    service: said.getAttribute("ProviderName") || entityId,
    relayState: small ? relayState : "",
    level: sound ? levelAsked(said) : undefined,
  };
}

/** By index 0 and then without address and binding, or by the address that is registered. */
function returnsTo(said: Element, acs: string): boolean {
  const index = said.getAttribute("AssertionConsumerServiceIndex");
  if (!index) return said.getAttribute("AssertionConsumerServiceURL") === acs;
  return index === "0" && !said.hasAttribute("AssertionConsumerServiceURL") && !said.hasAttribute("ProtocolBinding");
}

function levelAsked(said: Element): Level | undefined {
  const context = child(said, NS.samlp, "RequestedAuthnContext");
  if (context?.getAttribute("Comparison") !== "minimum") return undefined;
  const classes = children(context, NS.saml, "AuthnContextClassRef").map((one) => one.textContent?.trim());
  return classes.length === 1 ? levels.find(({ classRef }) => classRef === classes[0])?.level : undefined;
}
