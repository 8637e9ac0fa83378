import { Scripts, useMatches } from "@remix-run/react";
import { createContext, useContext } from "react";

/** Nonce of this answer; empty in the browser, where nothing needs it any more. */
export const Nonce = createContext("");

/**
 * Client script of a page. Pages send none, unless a route asks for it:
 * `export const handle = { script: true }`.
 */
export function PageScripts() {
  const nonce = useContext(Nonce);
  const wanted = useMatches().some((match) => (match.handle as { script?: boolean } | undefined)?.script === true);
  return wanted ? <Scripts nonce={nonce} /> : null;
}
