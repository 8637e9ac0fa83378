import type { RequestHandler } from "express";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

const HOST = /^(?:[a-z\d][a-z\d.-]{0,252}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;
const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** The framework writes a path that it cannot decode to the log as it came. */
function decodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

type Trust = (address: string | undefined, hop: number) => boolean;

/**
 * Leaves one answer to "which host was asked for": `X-Forwarded-Host` of a trusted proxy, else `Host`. Others are taken
 * away, because the framework would believe them. With `known` (production) every other host is refused; health is
 * asked by address. An address that can be read in two ways is not there.
 */
export const oneHost =
  (known: ReadonlySet<string> | undefined): RequestHandler =>
  (request, response, next) => {
    const trusted = (request.app.get("trust proxy fn") as Trust)(request.socket.remoteAddress, 0);
    const forwarded = request.headers["x-forwarded-host"];
    const host =
      (trusted && typeof forwarded === "string" ? forwarded.split(",", 1)[0]?.trim() : null) ?? request.headers.host;
    delete request.headers["x-forwarded-host"];
    // Of two hosts one program believes the first and another the last (RFC 9112, 3.2).
    if ((request.headersDistinct.host?.length ?? 0) > 1) return refuse(response, 400);
    // Anything but a plain path (an absolute address, `*`) would end up behind the host when the address is put together.
    if (!host || !HOST.test(host) || !request.originalUrl.startsWith("/") || !decodable(request.path))
      return refuse(response, 400);
    const place = placeOf(request.originalUrl);
    if (place === null) return refuse(response, 404);
    request.headers.host = host.toLowerCase();
    if (known !== undefined && !known.has(request.headers.host) && !place.startsWith("/health/"))
      return refuse(response, 421);
    next();
  };

/** Doors of the demo, `/dev` and below: for this machine itself, never through a proxy, and in production not there. */
export const demoDoors =
  (open: boolean): RequestHandler =>
  (request, response, next) => {
    if (!/^\/dev(?:\/|$)/.test(placeOf(request.originalUrl) ?? "/dev")) return next();
    const near = LOOPBACK.has(request.socket.remoteAddress ?? "") && request.headers["x-forwarded-for"] === undefined;
    if (open && near) next();
    else refuse(response, 404);
  };
