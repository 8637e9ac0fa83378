import type { MetaFunction } from "@remix-run/react";
import { operator } from "#app/platform/settings/operator.ts";
import type { Shell } from "./shell.tsx";

/** Title of a page in the reader's language: what the page is, then the name of the portal. */
export function titled(nl: string, en: string): MetaFunction {
  return ({ matches }) => {
    const shell = matches.find((match) => match.id === "root")?.data as Shell | undefined;
    return [{ title: `${shell?.language === "en" ? en : nl} · ${operator.product}` }];
  };
}
