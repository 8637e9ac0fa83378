import { readFileSync } from "node:fs";
import { startServer, type RunningServer } from "#tests/server.ts";

const AT_ONCE = 40;
/** Of half a mebibyte each: as large as the check of a document takes. */
const PIECES = 15;

/** Most memory the process held after one upload of a stranger, and after forty at once, in megabytes. */
export async function benchUploads(): Promise<{ one: number; forty: number }> {
  const server = await startServer({ env: { TRUST_PROXY: "loopback" } });
  try {
    await upload(server, 100);
    const one = peak(server);
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => upload(server, i)));
    return { one, forty: peak(server) };
  } finally {
    await server.remove();
  }
}

const peak = (server: RunningServer) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** A document for the check, made while it is sent, from a network of its own. */
async function upload(server: RunningServer, network: number): Promise<void> {
  const head = '--grens\r\nContent-Disposition: form-data; name="file"; filename="document.pdf"\r\n\r\n%PDF-1.7\n';
  const pieces = [
    Buffer.from(head),
    ...Array<Buffer>(PIECES).fill(Buffer.alloc(512 * 1024, "1")),
    Buffer.from("\r\n--grens--\r\n"),
  ];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const headers = {
    origin: server.url,
    "x-forwarded-for": `10.7.${network}.1`,
    "x-forwarded-host": `localhost:${server.port}`,
    "content-type": "multipart/form-data; boundary=grens",
  };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await fetch(`${server.url}/controle`, init);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`an upload was answered with ${answer.status}`);
}
