import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the site, in reading order. URLs are Dutch, files are named for what they are. */
export default [
  index("registration/front.tsx"),

  route("health/alive", "health/alive.ts"),
  route("health/ready", "health/ready.ts"),
] satisfies RouteConfig;
