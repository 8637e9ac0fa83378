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

  route("inloggen", "identity/pages/sign-in.tsx"),
  route("inloggen/code", "identity/pages/code.tsx"),
  route("inloggen/opnieuw", "identity/pages/fresh.tsx"),
  route("uitloggen", "identity/pages/sign-out.ts"),
  route("a/:token", "identity/pages/activation-link.ts"),
  route("activeren", "identity/pages/activate.tsx"),
  route("activeren/code", "identity/pages/activate-code.tsx"),
  route("wachtwoord-vergeten", "identity/pages/forgot.tsx"),
  route("w/:token", "identity/pages/reset-link.ts"),
  route("wachtwoord-instellen", "identity/pages/reset.tsx"),
  route("ontgrendelen/:token", "identity/pages/unlock-link.ts"),
  route("ontgrendelen", "identity/pages/unlock.tsx"),
  route("voorwaarden/accepteren", "identity/pages/accept-terms.tsx"),
  route("account", "identity/pages/account.tsx"),
  route("account/app", "identity/pages/app.tsx"),
  route("account/herstelcodes", "identity/pages/recovery-codes.tsx"),

  route("praktijk", "practices/pages/practice.tsx"),
  route("administratie", "practices/pages/admin.tsx"),
  route("administratie/account-aanvragen", "practices/pages/ask-employee.tsx"),
  route("administratie/medewerkers/:id", "practices/pages/employee.tsx"),
  route("servicedesk/medewerkers/:id", "servicedesk/employee-case.tsx"),

  route("health/alive", "health/alive.ts"),
  route("health/ready", "health/ready.ts"),
  route("dev/inbox.json", "dev/inbox.ts"),
  route("dev/clock.json", "dev/clock.ts"),
  route("dev/accounts.json", "dev/accounts.ts"),
] satisfies RouteConfig;
