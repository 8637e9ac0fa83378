/** What every journey stands on: a server, mail server and clock of its own, and a page that may not complain. */
import { expect, test as base } from "@playwright/test";
import type { PostOffice } from "#tests/post.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { openClock, type Clock } from "#tests/clock.ts";
import { openInbox, type Inbox } from "./inbox.ts";
import { oneAtATime, type Kept } from "./kept-server.ts";

type Ground = { post: PostOffice; server: RunningServer; inbox: Inbox; clock: Clock; complaints: string[] };
/** Choose with `test.use({ world: "demo", at: "2027-01-04T09:00:00+01:00" })`. */
type Choices = { world: "empty" | "demo"; at: string | undefined; digid: boolean };
/**
 * `test.use({ shared: true })`: the tests of the file, one after another, meet one server, as people meet one portal. For
 * tests that leave behind nothing that another of the file looks at, and move no clock.
 */
type Sharing = { shared: boolean };

export const test = base.extend<Ground & Choices & Sharing, { kept: Kept }>({
  world: ["empty", { option: true }],
  at: [undefined, { option: true }],
  digid: [false, { option: true }],
  shared: [false, { option: true }],
  kept: [
    async ({}, use) => {
      const kept = oneAtATime();
      await use(kept);
      await kept.end();
    },
    { scope: "worker" },
  ],
  post: async ({ kept, shared }, use, info) => {
    const post = await kept.post(shared ? info.file : undefined);
    await use(post);
    if (!shared) await post.close();
  },
  server: async ({ kept, post, world, at, digid, shared }, use, info) => {
    const start = () => startServer({ world, at, digid, env: { SMTP_URL: post.url } });
    const server = shared ? await kept.server(start) : await start();
    await use(server);
    const well = info.status === info.expectedStatus;
    if (!well) await info.attach("server output", { body: server.output() });
    if (!shared) await server.remove();
    else if (!well) await kept.end();
  },
  baseURL: async ({ server }, use) => use(server.url),
  inbox: async ({ server, post }, use) => use(await openInbox(server, post)),
  clock: async ({ server }, use) => use(openClock(server)),
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("weberror", (error) => {
        // Chromium reports a page change without animation as a fault: a redirect, or the reader asked for stillness.
        const { message } = error.error();
        if (!/^Transition was (aborted|skipped)/.test(message)) complaints.push(message);
      });
      context.on("console", (line) => {
        // The browser also reports every answer of 400 and above, which journeys ask for on purpose.
        if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) complaints.push(line.text());
      });
      await use(complaints);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export { accessible, shot, sideways } from "./look.ts";
