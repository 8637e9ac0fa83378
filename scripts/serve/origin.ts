import type { Request, RequestHandler } from "express";

const SAFE = new Set(["GET", "HEAD"]);
const METHODS = new Set([...SAFE, "POST"]);
const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Only the methods the portal knows. */
export const methods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  response.setHeader("Allow", [...METHODS].join(", "));
  response.status(405).type("text/plain").send("This method is not allowed here.\n");
};

/**
 * A form counts only when it comes from a page of ours: same origin, and a form's own content type
 * (ASVS 3.5.1). `/dev` is outside it: not there in production, and open to this machine only. Holds for pages and resource routes alike, signed in or not.
 */
export const sameOrigin =
  (own: (request: Request) => string): RequestHandler =>
  (request, response, next) => {
    if (SAFE.has(request.method) || request.path.startsWith("/dev/")) return next();
    const site = request.headers["sec-fetch-site"];
    const type = (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    if (request.headers.origin !== own(request) || (site !== undefined && site !== "same-origin")) {
      response
        .status(403)
        .type("text/plain")
        .send("This form does not come from the portal itself. Open the page again.\n");
    } else if (!FORMS.includes(type)) {
      response.status(415).type("text/plain").send("This kind of content is not accepted.\n");
    } else next();
  };
