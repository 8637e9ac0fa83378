import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { readForm } from "#app/shared/form.ts";
import { newId } from "#app/shared/ids.server.ts";
import { readParts } from "./read-parts.server.ts";
import { append, readSealed, sizeOf } from "./sealed-file.server.ts";

/** A file that came with a form. Of its name nothing is believed. */
export type ReceivedFile = {
  name: string;
  /** In bytes; of a file that is too large, of what was kept. */
  size: number;
  tooLarge: boolean;
  /** The whole file in memory, within the turn of who received it. */
  bytes: () => Promise<Buffer>;
};
type Received = { form: FormData; files: ReceivedFile[] };

const receiving = () => path.join(config.dataDir, "receiving");
const here = new Set<string>();

/**
 * Takes a form with files, and gives it to `use` when all of it has come. Files go to the disk as they come, sealed with
 * a key that is kept nowhere, and are gone when `use` is done. One is in use at a time, so that many who come at once
 * take the memory of one. A form that is sent without files is read as any other.
 * @param largest most bytes of all files together; of one that goes over it nothing is kept and `tooLarge` says so
 * @throws BrokenForm, TooLarge, and what `use` throws
 */
export async function receiveForm<T>(
  request: Request,
  largest: number,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^\s*multipart\//i.test(type)) return use({ form: await readForm(request), files: [] });
  const id = newId();
  const folder = path.join(receiving(), id);
  here.add(id);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const coming: Promise<ReceivedFile>[] = [];
    let room = largest;
    const form = await readParts(request, async ({ filename, data }) => {
      const place = path.join(folder, String(coming.length));
      // The next one begins before the last byte of this one lies there; how much room it has is known only then.
      const laid = (coming.at(-1) ?? Promise.resolve()).then(() => laidDown(place, filename, room, data));
      coming.push(laid);
      room -= (await laid).size;
    });
    const files = await Promise.all(coming);
    return await inTurn(() => use({ form, files }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    here.delete(id);
  }
}

async function laidDown(place: string, name: string, most: number, data: AsyncIterable<Uint8Array>) {
  const sealed = { key: randomBytes(32), name: "file" };
  const tooLarge = !(await append(place, { ...sealed, most }, data));
  if (tooLarge) rmSync(place);
  return { name, size: await sizeOf(place), tooLarge, bytes: () => readSealed(place, sealed) };
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(use: () => Promise<T>): Promise<T> {
  const mine = last.then(use);
  last = mine.catch(() => undefined);
  return mine;
}

/** Removes what a process that was killed had begun to receive; nobody has the keys. Returns how many went. */
export function sweepReceiving(): number {
  const left = names().filter((name) => !here.has(name));
  for (const name of left) rmSync(path.join(receiving(), name), { recursive: true, force: true });
  return left.length;
}

function names(): string[] {
  try {
    return readdirSync(receiving());
  } catch {
    return [];
  }
}
