import { MIMEType } from "node:util";
import { TooLarge } from "./errors.ts";
import { LARGEST_FORM } from "./route-rules.ts";

/** Most fields in one form: the largest of ours, a letter with a tick box for each paragraph, stays far below. */
const mostFields = 1_000;

/**
 * The body of a posted form, in bytes, as it came. Nothing is made of it yet.
 * @throws TooLarge over `LARGEST_FORM` or with more than a thousand fields
 */
export async function readBody(request: Request, type: string): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_FORM) throw new TooLarge();
    parts.push(part.value);
  }
  const body = Buffer.concat(parts);
  if (tooManyFields(body, type)) throw new TooLarge();
  return body;
}

/** What stands between two fields, counted: no more than one a field, and no fewer. */
function tooManyFields(body: Buffer, type: string): boolean {
  const boundary = boundaryOf(type);
  const between = boundary === null ? "&" : `--${boundary}`;
  // Each part of the other kind begins with a boundary, and one stands at the end.
  const most = boundary === null ? mostFields - 1 : mostFields + 1;
  let found = 0;
  for (let at = body.indexOf(between); at >= 0; at = body.indexOf(between, at + between.length))
    if (++found > most) return true;
  return false;
}

function boundaryOf(type: string): string | null {
  try {
    const { essence, params } = new MIMEType(type);
    return essence === "multipart/form-data" ? params.get("boundary") : null;
  } catch {
    return null;
  }
}
