import type { RequestHandler } from "express";
import type { ServerBuild } from "@remix-run/node";

/**
 * One handler for each first part of the addresses: finding a page costs what its room has, not what the house has.
 * What is not plainly in a room, as an encoded or unknown address, goes to a handler that knows every page.
 */
export function byRoom(build: ServerBuild, handler: (build: ServerBuild) => RequestHandler): RequestHandler {
  const first = (path: string | undefined) => path?.split("/")[0] ?? "";
  const names = new Set(Object.values(build.routes).map((route) => first(route?.path)));
  names.delete("");
  names.delete("*");
  const rooms = new Map([...names].map((name) => [name, handler(roomOf(build, name))]));
  const house = handler(build);
  return (request, response, next) => (rooms.get(first(request.path.slice(1))) ?? house)(request, response, next);

  function roomOf(whole: ServerBuild, name: string): ServerBuild {
    const inside = <T extends { path?: string }>(routes: Record<string, T | undefined>) =>
      Object.fromEntries(
        Object.entries(routes).filter(
          ([id, route]) => id === "root" || route?.path === "*" || first(route?.path) === name,
        ),
      ) as Record<string, T>;
    return { ...whole, routes: inside(whole.routes), assets: { ...whole.assets, routes: inside(whole.assets.routes) } };
  }
}
