/** What every journey stands on: a server, mail server and clock of its own, and a page that may not complain. */
import { expect, test as base } from "@playwright/test";
import { openPostOffice, type PostOffice } from "#tests/post.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { openClock, type Clock } from "#tests/clock.ts";
import { openInbox, type Inbox } from "./inbox.ts";

type Ground = { post: PostOffice; server: RunningServer; inbox: Inbox; clock: Clock; complaints: string[] };
/** Choose with `test.use({ world: "demo", at: "2027-01-04T09:00:00+01:00" })`. */
type Choices = { world: "empty" | "demo"; at: string | undefined; digid: boolean };

export const test = base.extend<Ground & Choices>({
  world: ["empty", { option: true }],
  at: [undefined, { option: true }],
  digid: [false, { option: true }],
  post: async ({}, use) => {
    const post = await openPostOffice();
    await use(post);
    await post.close();
  },
  server: async ({ post, world, at, digid }, use, info) => {
    const server = await startServer({ world, at, digid, env: { SMTP_URL: post.url } });
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach("server output", { body: server.output() });
    await server.remove();
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
