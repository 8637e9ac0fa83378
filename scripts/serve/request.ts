import { randomUUID } from "node:crypto";
import type { ServerBuild } from "@remix-run/node";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { pino } from "pino";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

/** Gives the request an id and the address it came from; whatever a client said of these is overwritten. */
export const identify: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  request.headers["x-client-address"] = request.ip ?? "";
  response.setHeader("X-Request-Id", id);
  next();
};

/** Words that stand in addresses of ours. Every other part of a path can name a person or open a door. */
export function addressWords(build: ServerBuild): Set<string> {
  const parts = Object.values(build.routes).flatMap((route) => route?.path?.split("/") ?? []);
  return new Set(["", "assets", ...parts.filter((part) => !part.startsWith(":") && part !== "*")]);
}

/** Log of the process: one line of JSON per request, without query, token or person; faults with the id of their request. */
export function processLog(level: string, words: Set<string>) {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const shape = (path: string) =>
    path
      .split("/")
      .map((part) => (words.has(part.replace(/\.data$/, "")) ? part : ":x"))
      .join("/");

  const line: RequestHandler = (request, response, next) => {
    const started = performance.now();
    const { method, path } = request;
    response.on("close", () => {
      if (placeOf(request.originalUrl)?.startsWith("/assets/")) return;
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const facts = {
        requestId: request.headers["x-request-id"],
        method,
        path: shape(path),
        status: response.statusCode,
      };
      logger[response.statusCode < 500 ? "info" : "error"]({ ...facts, whole: response.writableFinished, ms });
    });
    next();
  };

  /** Whatever fails around the pages: a generic answer with the id, the fault itself to the log. */
  const fault: ErrorRequestHandler = (error: { status?: number; stack?: string }, request, response, _next) => {
    const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ requestId: request.headers["x-request-id"], stack: error.stack }, "fault");
    if (response.headersSent) request.socket.destroy();
    else refuse(response, status);
  };
  return { line, fault };
}
