import type { ServerBuild } from "@remix-run/node";
import { placeOf } from "#app/shared/place.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";

/** Methods that change nothing. */
export const SAFE: readonly string[] = ["GET", "HEAD"];

/** The rules of one route, with every method it answers. */
type Declared = RouteRules & { allow: readonly string[] };
/** The rules of the route that an address leads to, or undefined where it leads to none. */
export type Declarations = (address: string) => Declared | undefined;

type Route = NonNullable<ServerBuild["routes"][string]>;
/** What begins with the same parts: the next part by name, and what follows where it stands open. */
type Branch = { rules?: Declared; named: Map<string, Branch>; open?: Branch };

/**
 * What the routes of a build declare, found by address as the framework finds the page: part by part, what is spelled out
 * before what stands open. All of it is laid out once.
 */
export function declarations(build: ServerBuild): Declarations {
  const tree: Branch = { named: new Map() };
  for (const route of Object.values(build.routes))
    if (route && route.id !== "root" && route.path !== "*")
      grown(tree, route.path ?? "").rules = { ...ownRules(route), allow: allowed(route), script: script(build, route) };
  return (address) => {
    const place = placeOf(address);
    // The data of the front page have this name.
    return place === null
      ? undefined
      : found(
          tree,
          place
            .replace(/^\/_root$/, "/")
            .slice(1)
            .split("/"),
        );
  };
}

const ownRules = (route: Route) => (route.module.handle ?? {}) as RouteRules;

function allowed(route: Route): string[] {
  const { loader, action } = route.module;
  const page: unknown = route.module.default;
  return [...(loader || page ? SAFE : []), ...(ownRules(route).methods ?? (action ? ["POST"] : []))];
}

/** A page sends script for what stands inside it too. */
function script(build: ServerBuild, route: Route | undefined): true | undefined {
  if (!route) return undefined;
  return (
    ownRules(route).script ?? script(build, route.parentId === undefined ? undefined : build.routes[route.parentId])
  );
}

function grown(tree: Branch, path: string): Branch {
  let at = tree;
  for (const part of path.toLowerCase().split("/")) {
    const next = (part.startsWith(":") ? at.open : at.named.get(part)) ?? { named: new Map<string, Branch>() };
    if (part.startsWith(":")) at.open = next;
    else at.named.set(part, next);
    at = next;
  }
  return at;
}

function found(from: Branch | undefined, parts: string[], at = 0): Declared | undefined {
  const part = parts[at];
  if (part === undefined) return from?.rules;
  return from && (found(from.named.get(part), parts, at + 1) ?? found(from.open, parts, at + 1));
}
