import type { Browser, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { beside } from "./beside.ts";
import { enter } from "./enter.ts";

/** Imports the demo register beside a running server and opens a page of somebody at the desk, signed in. */
export async function openDesk(server: RunningServer, browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: "nl-NL" });
  await enter(context, await beside(server, "openDesk"));
  return context.newPage();
}
