import type { Request, RequestHandler, Response } from "express";
import { MIB } from "#app/shared/bytes.ts";
import { LARGEST_FORM, type RouteRules } from "#app/shared/route-rules.ts";
import { type Declarations, SAFE } from "./declared.ts";
import { Pool } from "./pool.ts";
import { refuse, refuseForNow } from "./refuse.ts";

/**
 * What forms of all connections may take together above a first share that each has for itself. An ordinary form stays
 * within that share, so that those who send fat ones without end are in each other's way alone.
 */
const SHARE = 16 * 1024;
const forms = new Pool({ count: Infinity, bytes: 48 * MIB });
type Files = NonNullable<RouteRules["files"]>;
/** Files on their way to the disk. Those of strangers never take the room of those who are signed in. */
const POOLS: Record<Files["of"], Pool> = {
  strangers: new Pool({ count: 48, bytes: 480 * MIB }),
  accounts: new Pool({ count: 24, bytes: 24 * 1024 * MIB }),
};
/** Beside the files: the other fields, and so much that of a file a little too large the page itself says so. */
const BESIDE = 2 * MIB;

/**
 * Bounds the body of a request. A form is let through when it is whole and within the limit, so that no act starts on
 * half of one; files are passed on as they come, where the route declares that it takes them. Over what all connections
 * together may take it is 503, with the moment to come back.
 */
export const limitBody =
  (declared: Declarations): RequestHandler =>
  (request, response, next) => {
    if (SAFE.includes(request.method)) return next();
    const files = withFiles(request) ? declared(request.originalUrl)?.files : undefined;
    if (files) passOn(request, response, next, files);
    else hold(request, response, next);
  };

const withFiles = (request: Request) => /^\s*multipart\/form-data\b/i.test(request.headers["content-type"] ?? "");
const told = (request: Request) => Number(request.headers["content-length"] ?? 0);

function passOn(request: Request, response: Response, next: () => void, files: Files): void {
  const most = files.largest + BESIDE;
  if (told(request) > most) return refuse(response, 413);
  const place = POOLS[files.of].enter();
  response.on("close", () => place?.leave());
  if (!place?.grow(told(request) || most)) return refuseForNow(response);
  // An answer that did not wait for the end, such as a refusal: the rest is read and dropped.
  response.on("finish", () => request.removeAllListeners("data").resume());
  next();
}

/** Of what is too large nothing is kept: the rest is read and dropped, or the sender would see a broken line instead of the 413. */
function hold(request: Request, response: Response, next: () => void): void {
  if (told(request) > LARGEST_FORM) return refuse(response, 413);
  // What came along with the head of the request stands in the stream already.
  let read = request.readableLength;
  if (read > LARGEST_FORM) return refuse(response, 413);
  if (request.complete) return next();
  const place = forms.enter();
  response.on("close", () => place?.leave());
  let parts: Buffer[] = [];
  let refused = false;
  const stop = (how: () => void) => {
    [parts, refused] = [[], true];
    place?.leave();
    how();
  };
  const push = request.push.bind(request);
  // A stream can be read once; what arrives is held back here and handed on as one piece.
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) {
      request.push = push;
      if (parts.length > 0) push(Buffer.concat(parts));
      const more = push(null);
      if (!refused) next();
      return more;
    }
    if (refused) return true;
    const above = Math.max(0, read + chunk.length - SHARE) - Math.max(0, read - SHARE);
    read += chunk.length;
    if (read > LARGEST_FORM) stop(() => refuse(response, 413));
    else if (place?.grow(above)) parts.push(chunk);
    else stop(() => refuseForNow(response));
    return true;
  };
  // With much in the stream already, reading has stopped until somebody takes it.
  request.socket.resume();
}
