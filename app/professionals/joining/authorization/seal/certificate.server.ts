import { createPrivateKey, randomBytes, X509Certificate, type KeyObject } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as asn1 from "asn1js";
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from "pkijs";
import { today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";

/** `certificate` seals; `accepted` are all whose seals are ours: this one and the ones before it. */
export type SealIdentity = { certificate: X509Certificate; key: KeyObject; accepted: X509Certificate[] };

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const kept = new Map<string, SealIdentity>();

/**
 * Whose seal it is. Production reads SEAL_CERTIFICATE (the one in use first, then earlier ones) and SEAL_KEY, both PEM;
 * demo and test make a certificate of their own at first use and keep it with their data.
 */
export async function sealIdentity(): Promise<SealIdentity> {
  const { certificate, key } = config.seal;
  const place = certificate ?? config.dataDir;
  const found = kept.get(place);
  if (found) return found;
  const pem =
    certificate && key
      ? { certificate: readFileSync(certificate, "utf8"), key: readFileSync(key, "utf8") }
      : await ownPem();
  const accepted = (pem.certificate.match(PEM) ?? []).map((one) => new X509Certificate(one));
  const identity = { certificate: accepted[0]!, key: createPrivateKey(pem.key), accepted };
  if (!identity.certificate?.checkPrivateKey(identity.key))
    throw new Error("SEAL_KEY does not belong to SEAL_CERTIFICATE");
  kept.set(place, identity);
  return identity;
}

async function ownPem(): Promise<{ certificate: string; key: string }> {
  if (config.mode === "production") throw new Error("SEAL_CERTIFICATE and SEAL_KEY are needed in production");
  const file = path.join(config.dataDir, "seal.json");
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    const fresh = `${file}.${randomBytes(6).toString("hex")}`;
    writeFileSync(fresh, JSON.stringify(await selfMade()), { mode: 0o600 });
    try {
      // Of two processes that start together one wins; a link never replaces.
      linkSync(fresh, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(fresh);
    }
  }
  return JSON.parse(readFileSync(file, "utf8")) as { certificate: string; key: string };
}

/** P-256, valid from the first day of this year for ten years, for sealing only. */
async function selfMade(): Promise<{ certificate: string; key: string }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const year = Number(today().slice(0, 4));
  const made = new Certificate();
  made.version = 2;
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  made.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial).buffer });
  for (const name of [made.issuer, made.subject]) {
    const value = new asn1.Utf8String({ value: "Zorgpoort zegel (demonstratie)" });
    name.typesAndValues.push(new AttributeTypeAndValue({ type: "2.5.4.3", value }));
  }
  made.notBefore.value = new Date(Date.UTC(year, 0, 1));
  made.notAfter.value = new Date(Date.UTC(year + 10, 0, 1));
  await made.subjectPublicKeyInfo.importKey(pair.publicKey);
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 });
  made.extensions = [
    extension("2.5.29.19", new BasicConstraints({ cA: false }).toSchema().toBER()),
    extension("2.5.29.15", usage.toBER()),
  ];
  await made.sign(pair.privateKey, "SHA-256");
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return {
    certificate: new X509Certificate(Buffer.from(made.toSchema(true).toBER())).toString(),
    key: createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" })
      .export({ format: "pem", type: "pkcs8" })
      .toString(),
  };
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue });
}
