import type { RequestHandler } from "express";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

/** Paths that every side has: files, language, looks, legal pages, health. */
const SHARED = /^\/(?:assets\/|taal$|weergave$|privacy$|health\/|favicon)/;
const room = (path: string) => /^\/mijn\/([\w-]+)(?:\/|$)/.exec(path)?.[1];

/**
 * Keeps the sides apart where environments have hosts of their own: on such a host there is only that environment, and
 * elsewhere its pages are not served but pointed to, so that no cookie of one side ever reaches another (P-07, H11).
 * @param hosts environment → host
 */
export function sides(hosts: ReadonlyMap<string, string>, protocol: string): RequestHandler {
  const owners = new Map([...hosts].map(([environment, host]) => [host, environment]));
  return (request, response, next) => {
    const here = owners.get(request.headers.host ?? "");
    const path = placeOf(request.originalUrl);
    if (path === null) return refuse(response, 404);
    const asked = room(path);
    if (here !== undefined) {
      if (asked === here || SHARED.test(path)) return next();
      if (path === "/" && request.method === "GET") return response.redirect(302, `/mijn/${here}`);
      return refuse(response, 404);
    }
    const host = asked === undefined ? undefined : hosts.get(asked);
    if (host === undefined) return next();
    if (request.method !== "GET") return refuse(response, 404);
    response.redirect(302, `${protocol}//${host}${request.originalUrl}`);
  };
}
