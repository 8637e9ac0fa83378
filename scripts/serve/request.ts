import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { pino } from "pino";

/** Gives the request an id and the address it came from; whatever a client said of these is overwritten. */
export const identify: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  request.headers["x-client-address"] = request.ip ?? "";
  response.setHeader("X-Request-Id", id);
  next();
};

/** Path without what could name a person or open a door: ids, tokens, codes. */
function pattern(path: string): string {
  return path
    .split("/")
    .map((part) => (/^[a-z][a-z-]{0,30}(?:\.\w{1,5})?$/.test(part) || part === "" ? part : ":x"))
    .join("/");
}

/** One line of JSON per request, without query, token or person. */
export const log =
  (level: string): RequestHandler =>
  (request, response, next) => {
    const started = process.hrtime.bigint();
    response.on("close", () => {
      if (request.path.startsWith("/assets/")) return;
      logger(level).info({
        requestId: request.headers["x-request-id"],
        method: request.method,
        path: pattern(request.path),
        status: response.statusCode,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
      });
    });
    next();
  };

let kept: ReturnType<typeof pino> | undefined;
const logger = (level: string) => (kept ??= pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
