import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the site, in reading order. URLs are Dutch, files are named for what they are. */
export default [
  index("site/front.tsx"),
  route("over", "site/about.tsx"),
  route("voorwaarden", "site/terms.tsx"),
  route("privacy", "site/privacy.tsx"),
  route("suggestie", "site/suggestion.tsx"),
  route("taal", "site/language.ts"),
  route("weergave", "site/theme.ts"),

  route("health/alive", "health/alive.ts"),
  route("health/ready", "health/ready.ts"),
  route("dev/inbox.json", "dev/inbox.ts"),
  route("dev/clock.json", "dev/clock.ts"),
  route("dev/accounts.json", "dev/accounts.ts"),
] satisfies RouteConfig;
