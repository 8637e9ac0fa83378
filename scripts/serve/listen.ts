import http from "node:http";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import { always } from "./headers.ts";

const REASONS: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};

/** The HTTP server around the portal: limits on time, size and number, so that slow and big clients hurt nobody else. */
export function httpServer(app: Express): http.Server {
  const limits = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // Without this the two above are looked at every 30 seconds only.
    connectionsCheckingInterval: 1_000,
    // Longer than a proxy keeps a line open, or it would send into one that is just being closed.
    keepAliveTimeout: 65_000,
  };
  const server = http.createServer(limits, app);
  server.maxConnections = 2_000;
  // A reader that takes nothing for this long is cut off.
  server.setTimeout(120_000);
  server.on("clientError", answerBroken);
  return server;
}

/** What is not HTTP, too slow or too big in its headers never becomes a request; it gets the headers of every answer too. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = REASONS[error.code ?? ""] ?? [400, "Bad Request"];
  const lines = Object.entries({ ...always, Connection: "close", "Content-Length": "0" }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("\r\n")}\r\n\r\n`);
  setTimeout(() => socket.destroy(), 1_000).unref();
}
