import { sign, verify, type X509Certificate } from "node:crypto";
import { sealIdentity } from "#app/professionals/joining/authorization/seal/certificate.server.ts";
import { canonicalJson } from "#app/shared/canonical-json.ts";
import type { EvidenceFacts } from "./facts.ts";

const encode = (value: string | Buffer) => Buffer.from(value).toString("base64url");
const thumbprint = (certificate: X509Certificate) =>
  Buffer.from(certificate.fingerprint256.replaceAll(":", ""), "hex").toString("base64url");
const algorithmOf = (certificate: X509Certificate) =>
  certificate.publicKey.asymmetricKeyType === "ec" ? "ES256" : "RS256";

/** Facts as compact JWS (RFC 7515) over canonical JSON (RFC 8785), signed with the key of the seal. */
export async function signEvidence(facts: EvidenceFacts): Promise<string> {
  const { certificate, key } = await sealIdentity();
  const header = canonicalJson({ alg: algorithmOf(certificate), "x5t#S256": thumbprint(certificate) });
  const input = `${encode(header)}.${encode(canonicalJson(facts))}`;
  return `${input}.${encode(sign("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" }))}`;
}

/** The facts of a signed evidence, or null when it is not as we signed it. Needs nothing but the certificates. */
export function readEvidence(jws: string, accepted: X509Certificate[]): EvidenceFacts | null {
  const [header = "", payload = "", signature = "", ...more] = jws.split(".");
  const named = parsed(header) as { alg?: string; "x5t#S256"?: string } | null;
  const certificate = accepted.find((one) => thumbprint(one) === named?.["x5t#S256"]);
  if (!certificate || named?.alg !== algorithmOf(certificate) || more.length > 0) return null;
  const key = { key: certificate.publicKey, dsaEncoding: "ieee-p1363" } as const;
  const input = Buffer.from(`${header}.${payload}`);
  if (!verify("sha256", input, key, Buffer.from(signature, "base64url"))) return null;
  return parsed(payload) as EvidenceFacts | null;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
