import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { DomainError, TooLarge } from "#app/shared/errors.ts";

type Part = { name: string; filename: string; data: AsyncIterable<Uint8Array> };

/** What a form with files may have besides them: they are few and short, and the only part that is held in memory. */
const MOST_FIELDS = 64 * 1024;
const limits = { parts: 40, fields: 40, files: 20, fieldNameSize: 255, headerPairs: 20, headerSize: 16 * 1024 };

/** The form broke off on its way, or is none. */
export class BrokenForm extends DomainError {
  constructor() {
    super(400, "broken_form");
  }
}

/**
 * Reads a form with files part by part; nothing of a file is held in memory.
 * @param onFile takes one file; what it leaves is read and dropped, or the sender would see a broken line
 * @returns the fields that are no files
 * @throws BrokenForm, TooLarge for too many or too long parts, and whatever `onFile` throws, when all is read
 */
export async function readParts(request: Request, onFile: (part: Part) => Promise<void>): Promise<FormData> {
  const parser = parserOf(request);
  const fields = new FormData();
  const faults: unknown[] = [];
  const taken: Promise<void>[] = [];
  const open = new Set<Readable>();
  let size = 0;
  const broken = (fault: unknown) => faults.push(fault instanceof TooLarge ? fault : new BrokenForm());
  const tooMany = () => broken(new TooLarge());
  parser.on("partsLimit", tooMany).on("fieldsLimit", tooMany).on("filesLimit", tooMany);
  parser.on("field", (name: string | undefined, value: string, _: boolean, cut: boolean) => {
    size += value.length + (name?.length ?? 0);
    if (cut || size > MOST_FIELDS) tooMany();
    else if (name !== undefined) fields.append(name, value);
  });
  parser.on("file", (name: string | undefined, file: Readable, filename: string | undefined) => {
    file.on("error", broken);
    open.add(file);
    taken.push(take({ name: name ?? "", filename: filename ?? "" }, file));
  });
  async function take(part: Omit<Part, "data">, file: Readable): Promise<void> {
    try {
      const data = file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      if (faults.length === 0) await onFile({ ...part, data });
    } catch (fault) {
      if (!file.errored) faults.push(fault);
    } finally {
      open.delete(file);
      file.resume();
    }
  }
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  // A line that breaks ends no stream by itself: the file would be waited for without end.
  await pipeline(body, parser, { signal: request.signal }).catch((fault: unknown) => {
    broken(fault);
    for (const file of open) file.destroy(new BrokenForm());
  });
  await Promise.all(taken);
  if (faults.length > 0) throw faults[0];
  return fields;
}

function parserOf(request: Request): BusboyInstance {
  const type = request.headers.get("content-type") ?? "";
  if (!/^\s*multipart\/form-data\b/i.test(type) || !request.body) throw new BrokenForm();
  try {
    const bounds = { ...limits, fieldSize: MOST_FIELDS };
    // A name with a path in it is to be refused, not made good.
    return new Busboy({ headers: { "content-type": type }, limits: bounds, preservePath: true });
  } catch {
    throw new BrokenForm();
  }
}
