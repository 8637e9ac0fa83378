import { config } from "#app/shared/config.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { requestFacts } from "#app/shared/request.server.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Doors for a demo and for tests, from this machine only. In production they are not there. @throws NotFound */
export function requireDevelopment(request: Request): void {
  if (config.mode === "production" || !LOOPBACK.has(requestFacts(request).address)) throw new NotFound();
}
