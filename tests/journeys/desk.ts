import { execFileSync } from "node:child_process";
import type { Browser, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";

/** Imports the demo register beside a running server and opens a page of somebody at the desk, signed in. */
export async function openDesk(server: RunningServer, browser: Browser): Promise<Page> {
  const env = { ...process.env, MODE: "test", DATA_DIR: server.dataDir, PUBLIC_URL: server.url };
  const said = execFileSync(process.execPath, ["tests/journeys/open-desk.ts"], {
    env,
    encoding: "utf8",
  });
  const { session } = JSON.parse(said.trim().split("\n").at(-1)!) as { session: string };
  const context = await browser.newContext({ baseURL: server.url, locale: "nl-NL" });
  await context.addCookies([
    // The browser takes a secure cookie for localhost, but only from an address that says so.
    { name: "__Host-session", value: session, url: server.url.replace("http:", "https:"), httpOnly: true },
  ]);
  return context.newPage();
}
