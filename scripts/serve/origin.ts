import type { Request, RequestHandler } from "express";
import { asksShutData } from "./data.ts";
import { type Declarations, SAFE } from "./declared.ts";
import { refuse } from "./refuse.ts";

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Only the methods that the route declares. What is no address of ours is not there, by whatever method. */
export const methods =
  (declared: Declarations): RequestHandler =>
  (request, response, next) => {
    const allow = declared(request.originalUrl)?.allow;
    if ((allow ?? SAFE).includes(request.method)) return next();
    if (!allow || asksShutData(request, declared)) return refuse(response, 404);
    response.setHeader("Allow", allow.join(", "));
    refuse(response, 405);
  };

/**
 * A form counts only when it comes from a page of ours: same origin, and a form's own content type
 * (ASVS 3.5.1). Holds for pages and resource routes alike, signed in or not, unless the route declares otherwise.
 */
export const sameOrigin =
  (declared: Declarations, own: (request: Request) => string): RequestHandler =>
  (request, response, next) => {
    if (SAFE.includes(request.method) || declared(request.originalUrl)?.from === "anybody") return next();
    const site = request.headers["sec-fetch-site"];
    const type = (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    if (request.headers.origin !== own(request) || (site !== undefined && site !== "same-origin"))
      refuse(response, 403);
    else if (!FORMS.includes(type)) refuse(response, 415);
    else next();
  };
