import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { Ended, Outcome } from "./artifacts.ts";
import { assertion, DECLARED } from "./assertion.ts";
import type { Clock } from "./clock.ts";
import { signed, type Signer } from "./sign.ts";
import { attribute, NS, text } from "./xml.ts";

const STATUS = "urn:oasis:names:tc:SAML:2.0:status";
const SHIFT_MS = 10 * 60_000;

type Answering = { issuer: string; clock: Clock; by: Signer };

let lastStatement = "";
let foreign: Signer | undefined;

/** Signed by nobody that was ever registered, under the name of the real key. */
function foreignSigner({ keyName }: Signer): Signer {
  foreign ??= { key: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey, keyName };
  return foreign;
}

function status(top: string, second?: string): string {
  const below = second ? `<samlp:StatusCode Value="${STATUS}:${second}"></samlp:StatusCode>` : "";
  return `<samlp:Status><samlp:StatusCode Value="${STATUS}:${top}">${below}</samlp:StatusCode></samlp:Status>`;
}

/**
 * The SOAP answer to an ArtifactResolve: ArtifactResponse signed, around a Response that is not, around a signed Assertion.
 * `found` as the store says: `denied` and `late` hold no Response at all.
 */
export function soapAnswer(found: Ended | "denied" | "late", resolveId: string, answering: Answering): string {
  const fault = typeof found === "string" ? "none" : found.fault;
  const at = answering.clock.now() + (fault === "clock-shift" ? SHIFT_MS : 0);
  const by = fault === "foreign-key" ? foreignSigner(answering.by) : answering.by;
  const id = `_${randomUUID()}`;
  const answers = fault === "wrong-in-response-to-outer" ? `_${randomUUID()}` : resolveId;
  const outer = found === "denied" ? status("Requester", "RequestDenied") : status("Success");
  const inner = typeof found === "string" ? "" : response(found, found.outcome, { ...answering, by }, at);
  const build = (signature: string) =>
    artifactResponse({ id, answers, at, signature, content: outer + inner }, answering);
  const real = signed({ id, build }, by);
  const whole =
    fault === "wrapped-response" && typeof found !== "string" ? wrapped(real, found, answers, answering) : real;
  return `<soapenv:Envelope xmlns:soapenv="${NS.soap}"><soapenv:Body>${whole}</soapenv:Body></soapenv:Envelope>`;
}

type Parts = { id: string; answers: string; at: number; signature: string; content: string };

function artifactResponse({ id, answers, at, signature, content }: Parts, { issuer, clock }: Answering): string {
  return (
    `<samlp:ArtifactResponse${DECLARED} ID="${id}" InResponseTo="${attribute(answers)}"` +
    ` IssueInstant="${clock.stamp(at)}" Version="2.0"><saml:Issuer>${text(issuer)}</saml:Issuer>${signature}` +
    `${content}</samlp:ArtifactResponse>`
  );
}

function response(ended: Ended, outcome: Outcome, { issuer, clock, by }: Answering, at: number): string {
  const { fault, request } = ended;
  const answers = fault === "wrong-in-response-to" ? `_${randomUUID()}` : request.id;
  const content =
    outcome.kind === "success"
      ? status("Success") + statement(ended, outcome, { issuer, clock, by }, at)
      : status(outcome.top, outcome.second);
  return (
    `<samlp:Response ID="_${randomUUID()}" InResponseTo="${attribute(answers)}" IssueInstant="${clock.stamp(at)}"` +
    ` Version="2.0"><saml:Issuer>${text(issuer)}</saml:Issuer>${content}</samlp:Response>`
  );
}

function statement(
  ended: Ended,
  outcome: Extract<Outcome, { kind: "success" }>,
  { issuer, clock, by }: Answering,
  at: number,
): string {
  if (ended.fault === "replay" && lastStatement) return lastStatement;
  const foreignHere = ended.fault === "foreign-key-assertion";
  const signing = ended.fault === "unsigned-assertion" ? undefined : foreignHere ? foreignSigner(by) : by;
  lastStatement = assertion(ended, outcome, { issuer, clock, at, by: signing });
  return lastStatement;
}

/** A forgery that says somebody else logged in, carrying the real answer and its signature where a careless reader looks. */
function wrapped(real: string, found: Ended, answers: string, answering: Answering): string {
  const at = answering.clock.now();
  const outcome: Outcome = { kind: "success", bsn: "900095271", level: 30, address: "127.0.0.1" };
  const forged = response({ ...found, fault: "unsigned-assertion" }, outcome, answering, at);
  const signatures = real.match(/<ds:Signature>.*?<\/ds:Signature>/gs) ?? [];
  const content = `<samlp:Extensions>${real}</samlp:Extensions>${status("Success")}${forged}`;
  return artifactResponse({ id: `_${randomUUID()}`, answers, at, signature: signatures[0] ?? "", content }, answering);
}
