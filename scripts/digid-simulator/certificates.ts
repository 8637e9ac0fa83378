import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from "pkijs";

const YEAR_MS = 365.25 * 24 * 3_600_000;
const SERVER = "1.3.6.1.5.5.7.3.1";
const CLIENT = "1.3.6.1.5.5.7.3.2";

export type Pair = { made: Certificate; keys: CryptoKeyPair };

type Wanted = { name: string; issuer?: Pair; purpose: "authority" | "signing" | "tls" | "client" };

/** RSA 2048, valid from a year ago for twenty years: a demo may stand in another year than the machine. */
export async function certified({ name, issuer, purpose }: Wanted): Promise<Pair> {
  const rsa = { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey({ ...rsa, publicExponent: new Uint8Array([1, 0, 1]) }, true, [
    "sign",
    "verify",
  ]);
  const made = new Certificate();
  made.version = 2;
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  made.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial).buffer });
  const value = new asn1.Utf8String({ value: name });
  made.subject.typesAndValues.push(new AttributeTypeAndValue({ type: "2.5.4.3", value }));
  made.issuer = issuer?.made.subject ?? made.subject;
  made.notBefore.value = new Date(Date.now() - YEAR_MS);
  made.notAfter.value = new Date(Date.now() + 19 * YEAR_MS);
  await made.subjectPublicKeyInfo.importKey(keys.publicKey);
  made.extensions = extensions(purpose);
  await made.sign(issuer?.keys.privateKey ?? keys.privateKey, "SHA-256");
  return { made, keys };
}

function extensions(purpose: Wanted["purpose"]): Extension[] {
  const authority = purpose === "authority";
  const bits = authority ? 0b0000_0110 : 0b1000_0000;
  const usage = new asn1.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: authority ? 1 : 7 });
  const found = [
    extension("2.5.29.19", true, new BasicConstraints({ cA: authority }).toSchema().toBER()),
    extension("2.5.29.15", true, usage.toBER()),
  ];
  if (purpose === "client" || purpose === "tls") {
    const keyPurposes = [purpose === "client" ? CLIENT : SERVER];
    found.push(extension("2.5.29.37", false, new ExtKeyUsage({ keyPurposes }).toSchema().toBER()));
  }
  if (purpose === "tls") {
    const loopback = new asn1.OctetString({ valueHex: new Uint8Array([127, 0, 0, 1]).buffer });
    const names = [new GeneralName({ type: 2, value: "localhost" }), new GeneralName({ type: 7, value: loopback })];
    found.push(extension("2.5.29.17", false, new GeneralNames({ names }).toSchema().toBER()));
  }
  return found;
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue });
}

/** Certificate and private key (PKCS#8) as PEM. */
export async function pem({ made, keys }: Pair): Promise<{ certificate: string; key: string }> {
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return {
    certificate: new X509Certificate(Buffer.from(made.toSchema(true).toBER())).toString(),
    key: key.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}
