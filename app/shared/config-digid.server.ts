import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Environment } from "./environment.server.ts";

const NAMES = ["DIGID_METADATA", "DIGID_CERTIFICATE", "DIGID_KEY", "DIGID_CA"] as const;
const NEAR = /^(?:localhost|127\.|\[?::1|0\.0\.0\.0)|\.(?:example|invalid|test|localhost)$/i;

/**
 * What keeps production from starting with this connection with DigiD: given in part, unreadable, a key of another
 * certificate, or metadata of a simulator (addresses near, or without TLS). None at all is right too: then nobody signs in
 * with DigiD.
 */
export function digidFaults(env: Environment): string[] {
  const given = NAMES.filter((name) => env[name]);
  if (given.length === 0) return [];
  if (given.length < NAMES.length)
    return NAMES.filter((name) => !env[name]).map((name) => `${name}: needed beside ${given[0] ?? ""}`);
  const texts = NAMES.map((name) => ({ name, text: read(env[name] ?? "") }));
  const unread = texts.filter(({ text }) => text === null);
  if (unread.length > 0) return unread.map(({ name }) => `${name}: ${env[name] ?? ""} cannot be read`);
  const [metadata = "", certificate = "", key = ""] = texts.map(({ text }) => text ?? "");
  return [...metadataFaults(metadata), ...keyFaults(certificate, key)];
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function metadataFaults(xml: string): string[] {
  const found = [...xml.matchAll(/\b(?:entityID|Location)="([^"]+)"/g)].map(([, address = ""]) => address);
  if (found.length < 2) return ["DIGID_METADATA: not the metadata of an identity provider"];
  const simulated = found.some((address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    return url?.protocol !== "https:" || NEAR.test(url.hostname);
  });
  return simulated ? ["DIGID_METADATA: the metadata of a simulator"] : [];
}

function keyFaults(certificate: string, key: string): string[] {
  try {
    const fits = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
    return fits ? [] : ["DIGID_KEY: does not belong to DIGID_CERTIFICATE"];
  } catch {
    return ["DIGID_CERTIFICATE: a certificate or key that cannot be read as PEM"];
  }
}
