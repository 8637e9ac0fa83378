import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, open, readFile as readPath, rename } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { files } from "#db/schema/joining.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { openBytes, sealField, sha256 } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

const MAGIC = "zorgpoort-file-1";
const IV = 12;
const TAG = 16;

export type NewFile = { kind: string; name: string; mediaType: string; bytes: Uint8Array };
export type StoredFile = { id: string; kind: string; name: string; mediaType: string; size: number; hash: string };

const folder = () => path.join(config.dataDir, "files");
const pathOf = (id: string) => path.join(folder(), id);
const keyPlace = (row: string) => ({ table: "files", column: "key", row });
/** What the encryption is bound to: a file under another id does not open (ASVS 11.3.3). */
const bound = (id: string) => Buffer.from(`files|content|${id}`);

/**
 * Writes the encrypted bytes and waits until the disk has them (fsync of file and folder). Slow: call it before the
 * transaction, and `recordFile` inside. Without that row the file does not exist for anybody, and `sweepFiles` takes it away.
 * AES-256-GCM (NIST SP 800-38D) under a data key of the file's own, which is sealed by the field key: changing the
 * field key means wrapping small keys anew, not files.
 */
export async function storeFile(file: NewFile): Promise<StoredFile> {
  const id = newId();
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await writeThrough(pathOf(id), encrypt(id, file.bytes));
  const { kind, name, mediaType, bytes } = file;
  return { id, kind, name, mediaType, size: bytes.byteLength, hash: sha256(bytes) };
}

/** Makes a stored file known, in the transaction of what it belongs to. Returns its id. */
export async function recordFile(tx: Transaction, stored: StoredFile): Promise<string> {
  await tx.insert(files).values({ ...stored, createdAt: now() });
  return stored.id;
}

/**
 * Bytes of a recorded file, decrypted and compared with the hash in its row.
 * @throws NotFound without such a file; Error when the bytes are not those that were stored
 */
export async function readFile(fileId: string): Promise<StoredFile & { bytes: Buffer }> {
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  if (!row) throw new NotFound();
  const bytes = decrypt(row.id, await readPath(pathOf(row.id)));
  if (sha256(bytes) !== row.hash) throw new Error("a stored file is not the one that was recorded");
  const { id, kind, name, mediaType, size, hash } = row;
  return { id, kind, name, mediaType, size, hash, bytes };
}

function encrypt(id: string, bytes: Uint8Array): Buffer {
  const key = randomBytes(32);
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound(id));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const head = `${MAGIC}\n${sealField(key, keyPlace(id))}\n`;
  return Buffer.concat([Buffer.from(head), iv, cipher.getAuthTag(), body]);
}

function decrypt(id: string, stored: Buffer): Buffer {
  const first = stored.indexOf(10);
  const second = stored.indexOf(10, first + 1);
  if (first < 0 || second < 0 || stored.toString("latin1", 0, first) !== MAGIC)
    throw new Error("not a file of the store");
  const key = openBytes(stored.toString("latin1", first + 1, second), keyPlace(id));
  const at = second + 1;
  const decipher = createDecipheriv("aes-256-gcm", key, stored.subarray(at, at + IV), { authTagLength: TAG });
  decipher.setAAD(bound(id)).setAuthTag(stored.subarray(at + IV, at + IV + TAG));
  return Buffer.concat([decipher.update(stored.subarray(at + IV + TAG)), decipher.final()]);
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const written = await open(`${file}.new`, "wx", 0o600);
  try {
    await written.writeFile(bytes);
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(`${file}.new`, file);
  const directory = await open(path.dirname(file), "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
