import { createCipheriv } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

const BLOCK = 16;
const NONCE = 12;

/**
 * Files on their way in are kept sealed (AES-256-CTR): it lets a file go on where it stopped. A byte is written once and
 * never over another, so no part of the key stream is used twice; whether the bytes are the sender's, the checksums of the
 * manifest tell.
 */
function streamFrom(key: Buffer, name: string, offset: number) {
  const counter = Buffer.alloc(BLOCK);
  counter.write(name.padEnd(NONCE).slice(0, NONCE), "latin1");
  counter.writeUInt32BE(Math.floor(offset / BLOCK), NONCE);
  const cipher = createCipheriv("aes-256-ctr", key, counter);
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher;
}

/** How many bytes of the file are there. */
export async function sizeOf(place: string): Promise<number> {
  return (await stat(place).catch(() => undefined))?.size ?? 0;
}

/**
 * Adds bytes at the end of a sealed file as they come; what came before a broken line stays.
 * @param most size that the file may reach
 * @returns false when it would have become larger; nothing is kept beyond `most`
 */
export async function append(
  place: string,
  { key, name, most }: { key: Buffer; name: string; most: number },
  data: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  let size = await sizeOf(place);
  const cipher = streamFrom(key, name, size);
  const handle = await open(place, "a", 0o600);
  try {
    for await (const piece of data) {
      if (size + piece.length > most) return false;
      await handle.appendFile(cipher.update(piece));
      size += piece.length;
    }
    return true;
  } finally {
    await handle.close();
  }
}

/** Lays a sealed file out in plain for a check. The caller removes it. */
export async function layOut(from: string, { key, name }: { key: Buffer; name: string }, to: string): Promise<void> {
  await pipeline(createReadStream(from), streamFrom(key, name, 0), createWriteStream(to, { mode: 0o600 }));
}

/** A sealed file in plain, in memory. */
export async function readSealed(place: string, { key, name }: { key: Buffer; name: string }): Promise<Buffer> {
  const plain = Buffer.allocUnsafe(await sizeOf(place));
  let at = 0;
  for await (const piece of createReadStream(place).pipe(streamFrom(key, name, 0)))
    at += (piece as Buffer).copy(plain, at);
  return plain.subarray(0, at);
}
