import { addresses } from "../security/addresses.ts";

const patterns = addresses()
  .map(({ pattern }) => pattern)
  .filter((pattern) => !pattern.includes("*"))
  // What is spelled out goes before what stands for anything.
  .sort((a, b) => a.split(":").length - b.split(":").length);
const matchers = patterns.map((pattern) => ({
  pattern,
  matcher: new RegExp(`^${pattern.replace(/\./g, "\\.").replace(/:\w+/g, "[^/]+")}$`),
}));

/** The line of `routes.ts` that an address belongs to. */
export function pageOf(address: string): string {
  const { pathname } = new URL(address, "http://here");
  return matchers.find(({ matcher }) => matcher.test(pathname))?.pattern ?? pathname;
}

/** The page, with the environment and the names of what is asked behind it. */
export function kindOf(address: string): string {
  const url = new URL(address, "http://here");
  const environment = /^\/(?:mijn|behandelaar)\/([^/]+)/.exec(url.pathname)?.[1] ?? "";
  const asked = [...new Set(url.searchParams.keys())].sort().join("&");
  return `${pageOf(address)} ${environment} ${asked}`;
}
