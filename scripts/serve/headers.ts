import type { RequestHandler } from "express";

/** Headers of every answer; a page puts its own content security policy in the place of this one. */
export const always: Record<string, string> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // `no-referrer` would make browsers post forms with `Origin: null`.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
};

/** Sets them before anything else, so that files, redirects and faults carry them too (ASVS 3.4). */
export const headers: RequestHandler = (_request, response, next) => {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  next();
};
