import type { Request, RequestHandler } from "express";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

const SAFE = new Set(["GET", "HEAD"]);
const METHODS = new Set([...SAFE, "POST"]);
const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Only the methods the portal knows. */
export const methods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  response.setHeader("Allow", [...METHODS].join(", "));
  refuse(response, 405);
};

/**
 * A form counts only when it comes from a page of ours: same origin, and a form's own content type
 * (ASVS 3.5.1). Holds for pages and resource routes alike, signed in or not. `/dev` is outside it: not there in
 * production, and open to this machine only.
 */
export const sameOrigin =
  (own: (request: Request) => string): RequestHandler =>
  (request, response, next) => {
    if (SAFE.has(request.method) || placeOf(request.originalUrl)?.startsWith("/dev/")) return next();
    const site = request.headers["sec-fetch-site"];
    const type = (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
    if (request.headers.origin !== own(request) || (site !== undefined && site !== "same-origin"))
      refuse(response, 403);
    else if (!FORMS.includes(type)) refuse(response, 415);
    else next();
  };
