import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "./config.server.ts";

/** Where a sealed value lives. Moved to another place it no longer opens. */
export type Place = { table: string; column: string; row: string };

const placed = (place: Place) => Buffer.from(`${place.table}|${place.column}|${place.row}`);

/** Encrypts a value for its place: AES-256-GCM (NIST SP 800-38D), `v1.key.iv.tag.text`. */
export function sealField(value: string | Uint8Array, place: Place): string {
  const { id, key } = config.fieldKeys[0]!;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(placed(place));
  const body = Buffer.concat([cipher.update(value as string), cipher.final()]);
  return [
    "v1",
    id,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
}

/** Opens what `sealField` made. @throws when it was changed, moved, or its key is gone */
export function openField(sealed: string, place: Place): string {
  return openBytes(sealed, place).toString("utf8");
}

/** As `openField`, for bytes. */
export function openBytes(sealed: string, place: Place): Buffer {
  const [version, id, iv, tag, body] = sealed.split(".");
  const key = config.fieldKeys.find((one) => one.id === id)?.key;
  if (version !== "v1" || !key || !iv || !tag || body === undefined) throw new Error("a sealed field cannot be opened");
  const decipher = createDecipheriv("aes-256-gcm", key, decoded(iv), { authTagLength: 16 });
  decipher.setAAD(placed(place)).setAuthTag(decoded(tag));
  return Buffer.concat([decipher.update(decoded(body)), decipher.final()]);
}

/** Node reads past wrong characters and spare bits, so that several texts would open the same value. */
function decoded(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new Error("a sealed field cannot be opened");
  return bytes;
}

/** A secret for a link or cookie: 256 random bits, 43 characters that fit in an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. A plain hash is enough: the token itself cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Keyed hash for what could be guessed (codes, recovery codes, addresses in counters); `purpose` keeps uses apart. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", config.hashKey).update(`${purpose}\u0000${value}`).digest("base64url");
}

/** Compares two hashes without telling by time where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** SHA-256 of bytes or text, hexadecimal. */
export function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}
