import type { RequestHandler } from "express";
import type { ServerBuild } from "@remix-run/node";

const parts = (path: string) => path.split("/");

/**
 * One handler for each room of addresses: finding a page costs what its room has, not what the house has. A room is the
 * first part of an address; where the second is always the name of an environment, the third part with it.
 * The front page is a room by itself. What is not plainly in a room, as an encoded or unknown address, goes to a handler that knows every page.
 */
export function byRoom(build: ServerBuild, handler: (build: ServerBuild) => RequestHandler): RequestHandler {
  const paths = Object.values(build.routes).flatMap((route) => pathOf(route) ?? []);
  const shallow = new Set(paths.filter((path) => (parts(path)[1] ?? ":environment") !== ":environment").map(first));
  const roomName = (path: string) =>
    shallow.has(first(path)) ? first(path) : `${first(path)}/${parts(path)[2] ?? ""}`;
  const names = new Set(paths.map(roomName));
  const rooms = new Map([...names].map((name) => [name, handler(roomOf(build, name))]));
  const house = handler(build);
  return (request, response, next) => (rooms.get(roomName(request.path.slice(1))) ?? house)(request, response, next);

  function roomOf(whole: ServerBuild, name: string): ServerBuild {
    const isIn = (path: string | undefined) => path !== undefined && roomName(path) === name;
    const inside = <T extends Placed>(routes: Record<string, T | undefined>) =>
      Object.fromEntries(
        Object.entries(routes).filter(([id, route]) => id === "root" || route?.path === "*" || isIn(pathOf(route))),
      ) as Record<string, T>;
    return { ...whole, routes: inside(whole.routes), assets: { ...whole.assets, routes: inside(whole.assets.routes) } };
  }
}

type Placed = { path?: string; index?: boolean };
/** The path of a page, empty for the front page; none for what stands around pages and for what is no address. */
const pathOf = (route: Placed | undefined): string | undefined =>
  route?.index ? "" : route?.path === "*" ? undefined : route?.path;
const first = (path: string) => parts(path)[0] ?? "";
