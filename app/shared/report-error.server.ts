import { isRouteErrorResponse } from "@remix-run/react";
import { DomainError } from "./errors.ts";
import { config } from "./config.server.ts";
import { requestFacts } from "./request.server.ts";

/** A fault nobody foresaw goes to the process log, with the id that the person sees. Refusals of the domain do not. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || error instanceof DomainError || error instanceof Response) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  reportFault(error, requestFacts(request).requestId);
}

/** Writes a fault to the process log where the answer itself goes on; its message must be free of content. */
export function reportFault(error: unknown, requestId: string): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  process.stderr.write(`${JSON.stringify({ level: "error", requestId, message, stack })}\n`);
}

/** Writes to the process log why something from outside did not work, where the product goes on without it. Facts hold no content. */
export function reportTrouble(event: string, facts: Record<string, string>): void {
  if (config.logLevel === "silent" || config.logLevel === "error") return;
  process.stderr.write(`${JSON.stringify({ level: "warn", event, ...facts })}\n`);
}
