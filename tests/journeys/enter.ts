import type { BrowserContext } from "@playwright/test";

/** Gives a browser somebody's session. */
export async function enter(context: BrowserContext, session: string): Promise<void> {
  const place = { domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" as const };
  await context.addCookies([{ name: "__Host-session", value: session, ...place }]);
}
