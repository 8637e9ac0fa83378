import type { RequestHandler } from "express";

/** Largest body of a form, in bytes. Files have routes of their own with their own limit. */
const LIMIT = 1024 * 1024;
const LARGE: [RegExp, number][] = [[/^\/controle$/, 10 * 1024 * 1024]];

/** Refuses a body that says it is too large, and cuts one off that turns out to be; nothing of it is kept. */
export const limitBody: RequestHandler = (request, response, next) => {
  const limit = LARGE.find(([path]) => path.test(request.path))?.[1] ?? LIMIT;
  const refuse = () => {
    if (!response.headersSent)
      response.status(413).set("Connection", "close").type("text/plain").send("This is too large.\n");
    request.destroy();
  };
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    response.status(413).set("Connection", "close").type("text/plain").send("This is too large.\n");
    request.resume();
    return;
  }
  let read = 0;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    read += (chunk as Buffer | null)?.length ?? 0;
    if (read <= limit) return push(chunk, encoding);
    refuse();
    return false;
  };
  next();
};
