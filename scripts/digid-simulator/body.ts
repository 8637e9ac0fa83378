import type { IncomingMessage } from "node:http";

const MOST = 256 * 1024;

/** The body as text; empty when it is larger than 256 KB or breaks off. */
export async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size <= MOST) parts.push(part);
    }
  } catch {
    return "";
  }
  return size > MOST ? "" : Buffer.concat(parts).toString();
}
