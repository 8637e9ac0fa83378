import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { placeOf } from "#app/shared/place.ts";
import { refuse } from "./refuse.ts";

type Page = { path: string; script: boolean };

/** Every page of the build, what is spelled out before what stands for anything, and whether it sends client script. */
function pagesOf(build: ServerBuild): Page[] {
  const asks = (id: string | undefined): boolean => {
    const route = id === undefined ? undefined : build.routes[id];
    if (!route) return false;
    return (route.module.handle as { script?: boolean } | undefined)?.script === true || asks(route.parentId);
  };
  return Object.values(build.routes)
    .flatMap((route) => (route && route.id !== "root" ? [{ path: route.path ?? "", script: asks(route.id) }] : []))
    .sort((a, b) => openness(a.path) - openness(b.path));
}

const openness = (path: string) => (path === "*" ? Infinity : path.split(":").length);

function fits(path: string, address: string): boolean {
  if (path === "*") return true;
  const [wanted, given] = [path.split("/"), address.split("/")];
  const same = (part: string, at: number) => (part.startsWith(":") ? given[at] !== "" : part === given[at]);
  return wanted.length === given.length && wanted.every(same);
}

/**
 * The framework gives what the loaders of a page return as data as well, at the address with `.data` behind it (and, from
 * before, at `?_data=`), one loader alone by `_routes`. Only a page that sends client script asks for that;
 * of every other page there is no such address, so that nothing leaves it but what it shows.
 */
export function dataDoors(build: ServerBuild): RequestHandler {
  const pages = pagesOf(build);
  return (request, response, next) => {
    const place = placeOf(request.originalUrl);
    const { pathname, searchParams } = new URL(request.originalUrl, "http://here");
    if (place === null || searchParams.has("_data")) return refuse(response, 404);
    // The framework looks for these letters as they came; what reads the same in another spelling is not there either.
    if (!/\.data\/?$/i.test(decodeURIComponent(pathname))) return next();
    const address = place.replace(/^\/_root$/, "/").slice(1);
    if (pages.find(({ path }) => fits(path, address))?.script) next();
    else refuse(response, 404);
  };
}
