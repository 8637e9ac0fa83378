import type { MetaFunction } from "@remix-run/react";
import type { Shell } from "./shell.tsx";

/** Title of a page in the reader's language: what the page is, then the name of the portal. */
export function titled(nl: string, en: string): MetaFunction {
  return ({ matches }) => {
    const shell = shellOf(matches);
    return portalTitle(matches, shell?.language === "en" ? en : nl);
  };
}

type Matches = { id: string; data?: unknown }[];

/** The shell among the answers of this page, for titles; undefined when its loader failed. */
export const shellOf = (matches: Matches) => matches.find((match) => match.id === "root")?.data as Shell | undefined;

/** Title of a page that names what it shows, then the portal. */
export const portalTitle = (matches: Matches, said: string) => [
  { title: [said, shellOf(matches)?.operator.product].filter((part) => part !== undefined).join(" · ") },
];
