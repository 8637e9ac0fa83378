import type { Request, RequestHandler } from "express";
import type { Declarations } from "./declared.ts";
import { refuse } from "./refuse.ts";

/**
 * The framework gives what the loaders of a page return as data as well, at the address with `.data` behind it (and, from
 * before, at `?_data=`), one loader alone by `_routes`. Only a page that sends client script asks for that;
 * of every other page there is no such address, so that nothing leaves it but what it shows.
 */
export const dataDoors =
  (declared: Declarations): RequestHandler =>
  (request, response, next) => {
    if (asksShutData(request, declared)) refuse(response, 404);
    else next();
  };

/** Whether a request is for data that no page has an address for. */
export function asksShutData(request: Request, declared: Declarations): boolean {
  const { pathname, searchParams } = new URL(request.originalUrl, "http://here");
  if (searchParams.has("_data")) return true;
  // The framework looks for these letters as they came; what reads the same in another spelling is not there either.
  return /\.data\/?$/i.test(decodeURIComponent(pathname)) && !declared(request.originalUrl)?.script;
}
