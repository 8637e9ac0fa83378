import compression from "compression";
import express, { type Request, type RequestHandler, type Response } from "express";
import { placeOf } from "#app/shared/place.ts";

const options = { index: false, redirect: false } as const;
const cached = (value: string) => (response: Response) => response.setHeader("Cache-Control", value);

const assets = express.static("build/client/assets", {
  ...options,
  setHeaders: cached("public, max-age=31536000, immutable"),
});
const root = express.static("build/client", { ...options, setHeaders: cached("public, max-age=3600") });

/** Hashed files of the build, kept for ever; one that is not there is a real 404. */
export const hashedFiles: RequestHandler[] = [
  assets,
  (_request, response) => {
    response.status(404).type("text/plain").send("Not found.\n");
  },
];

/** The few files at the root. Only a name with an extension can be one; pages are not looked for on the disk. */
export const rootFiles: RequestHandler = (request, response, next) => {
  if (/^\/[\w-]+\.(?!data$)[a-z\d]{2,5}$/.test(request.path)) root(request, response, next);
  else next();
};

const holds = (text: unknown) => typeof text === "string" && /(?:^|;\s*)__Host-/.test(text);

function personal(request: Request, response: Response): boolean {
  return holds(request.headers.cookie) || [response.getHeader("Set-Cookie")].flat().some(holds);
}

/**
 * Makes answers smaller, but none that could mix a secret with what was typed: the length would tell of the secret
 * (BREACH). That is every page for somebody who carries a cookie of ours.
 */
export const compress = compression({
  filter: (request: Request, response: Response) =>
    (placeOf(request.originalUrl)?.startsWith("/assets/") || !personal(request, response)) &&
    compression.filter(request, response),
});
