import type { RequestHandler } from "express";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

/** Largest body of a form, in bytes. Files have routes of their own with their own limit. */
const LIMIT = 1024 * 1024;
/** Files that are streamed to disk by the page that asked for them: only what is told to be larger is refused here. */
const STREAMED = /^\/leveringen\/(?:nieuw|uploads\/[\da-f-]{36})$/;
const STREAMED_LIMIT = 2500 * 1024 * 1024;
const LARGE: [RegExp, number][] = [
  [/^\/controle$/, 10 * 1024 * 1024],
  [/^\/leveringen\/producten$/, 21 * 1024 * 1024],
];

/**
 * Lets a request through when its body is whole and within the limit, so that no act starts on half a form. Of one that
 * is too large nothing is kept: the rest is read and dropped, or the sender would see a broken line instead of the 413.
 */
export const limitBody: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const place = placeOf(request.originalUrl) ?? "";
  if (STREAMED.test(place)) {
    if (Number(request.headers["content-length"] ?? 0) > STREAMED_LIMIT) return refuse(response, 413);
    // An answer that did not wait for the end, such as a refusal: the rest is read and dropped.
    response.on("finish", () => request.removeAllListeners("data").resume());
    return next();
  }
  const limit = LARGE.find(([path]) => path.test(place))?.[1] ?? LIMIT;
  if (Number(request.headers["content-length"] ?? 0) > limit) return refuse(response, 413);
  // What came along with the head of the request stands in the stream already.
  let read = request.readableLength;
  if (read > limit) return refuse(response, 413);
  if (request.complete) return next();
  let parts: Buffer[] = [];
  const push = request.push.bind(request);
  // A stream can be read once; what arrives is held back here and handed on as one piece.
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) {
      request.push = push;
      if (parts.length > 0) push(Buffer.concat(parts));
      const more = push(null);
      if (read <= limit) next();
      return more;
    }
    read += chunk.length;
    if (read <= limit) parts.push(chunk);
    else if (!response.headersSent) {
      parts = [];
      refuse(response, 413);
    }
    return true;
  };
  // With much in the stream already, reading has stopped until somebody takes it.
  request.socket.resume();
};
