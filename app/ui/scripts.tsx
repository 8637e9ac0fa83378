import { Scripts, useMatches } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { RouteRules } from "#app/shared/route-rules.ts";

/** Nonce of this answer; empty in the browser, where nothing needs it any more. */
export const Nonce = createContext("");

/**
 * Client script of a page. Pages send none, unless a route declares that it does (`RouteRules`).
 */
export function PageScripts() {
  const nonce = useContext(Nonce);
  const wanted = useMatches().some((match) => (match.handle as RouteRules | undefined)?.script);
  return wanted ? <Scripts nonce={nonce} /> : null;
}
