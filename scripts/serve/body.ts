import type { Request, RequestHandler, Response } from "express";
import { placeOf } from "#app/shared/place.ts";
import { Pool } from "./pool.ts";
import { refuse, refuseForNow } from "./refuse.ts";

const MIB = 1024 * 1024;
/** Largest body of a form, in bytes. Files have ways of their own, with their own bounds. */
const FORM = MIB;
/**
 * What forms of all connections may take together above a first share that each has for itself. An ordinary form stays
 * within that share, so that those who send fat ones without end are in each other's way alone.
 */
const SHARE = 16 * 1024;
const forms = new Pool({ count: Infinity, bytes: 48 * MIB });
/** Files on their way to the disk: of anybody, and of who is signed in. The first never take the room of the second. */
const ofStrangers = new Pool({ count: 48, bytes: 480 * MIB });
const ofOwn = new Pool({ count: 24, bytes: 24 * 1024 * MIB });
/** Where a page takes files and streams them to disk itself, after it has looked who asks; with the most it may be. */
const WAYS: { place: RegExp; most: number; pool: Pool }[] = [
  { place: /^\/controle$/, most: 10 * MIB, pool: ofStrangers },
  { place: /^\/leveringen\/producten$/, most: 21 * MIB, pool: ofOwn },
  { place: /^\/leveringen\/(?:nieuw|uploads\/[\da-f-]{36})$/, most: 2500 * MIB, pool: ofOwn },
];

/**
 * Bounds the body of a request. A form is let through when it is whole and within the limit, so that no act starts on
 * half of one; files are passed on as they come. Over what all connections together may take it is 503, with the moment
 * to come back.
 */
export const limitBody: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const way = withFiles(request) && WAYS.find(({ place }) => place.test(placeOf(request.originalUrl) ?? ""));
  if (way) passOn(request, response, next, way);
  else hold(request, response, next);
};

const withFiles = (request: Request) => /^\s*multipart\/form-data\b/i.test(request.headers["content-type"] ?? "");
const told = (request: Request) => Number(request.headers["content-length"] ?? 0);

function passOn(request: Request, response: Response, next: () => void, { most, pool }: (typeof WAYS)[number]): void {
  if (told(request) > most) return refuse(response, 413);
  const place = pool.enter();
  response.on("close", () => place?.leave());
  if (!place?.grow(told(request) || most)) return refuseForNow(response);
  // An answer that did not wait for the end, such as a refusal: the rest is read and dropped.
  response.on("finish", () => request.removeAllListeners("data").resume());
  next();
}

/** Of what is too large nothing is kept: the rest is read and dropped, or the sender would see a broken line instead of the 413. */
function hold(request: Request, response: Response, next: () => void): void {
  if (told(request) > FORM) return refuse(response, 413);
  // What came along with the head of the request stands in the stream already.
  let read = request.readableLength;
  if (read > FORM) return refuse(response, 413);
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
    if (read > FORM) stop(() => refuse(response, 413));
    else if (place?.grow(above)) parts.push(chunk);
    else stop(() => refuseForNow(response));
    return true;
  };
  // With much in the stream already, reading has stopped until somebody takes it.
  request.socket.resume();
}
