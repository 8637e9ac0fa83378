/** What every journey stands on: a server, mail server and clock as if they were its own, and a page that may not complain. */
import { expect, test as base } from "@playwright/test";
import { startKept, type KeptServer } from "#tests/kept-server.ts";
import { openPostOffice, type PostOffice } from "#tests/post.ts";
import type { RunningServer } from "#tests/server.ts";
import { openClock, type Clock } from "#tests/clock.ts";
import { openInbox, type Inbox } from "./inbox.ts";

type Ground = { kept: Kept; server: RunningServer; inbox: Inbox; clock: Clock; complaints: string[] };
/** Choose with `test.use({ world: "demo", at: "2027-01-04T09:00:00+01:00" })`. */
type Choices = { world: "empty" | "demo"; at: string | undefined; digid: boolean };
type Kept = { server: KeptServer; post: PostOffice };
/** Servers of this worker that wait for their next test, by what was wanted of them. */
type Waiting = Map<string, Kept>;

export const test = base.extend<Ground & Choices, { waiting: Waiting }>({
  world: ["empty", { option: true }],
  at: [undefined, { option: true }],
  digid: [false, { option: true }],
  waiting: [
    async ({}, use) => {
      const waiting: Waiting = new Map();
      await use(waiting);
      for (const one of waiting.values()) await end(one);
    },
    { scope: "worker" },
  ],
  kept: async ({ waiting, world, at, digid }, use, info) => {
    const wanted = JSON.stringify([world, at, digid]);
    const kept = waiting.get(wanted) ?? (await begin({ world, at, digid }));
    waiting.delete(wanted);
    await use(kept);
    const well = info.status === info.expectedStatus;
    if (!well) await info.attach("server output", { body: kept.server.output() });
    if (well && (await kept.server.putBack())) waiting.set(wanted, kept);
    else await end(kept);
    kept.post.mails.length = 0;
  },
  server: async ({ kept }, use) => use(kept.server),
  baseURL: async ({ server }, use) => use(server.url),
  inbox: async ({ kept }, use) => use(await openInbox(kept.server, kept.post)),
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

async function begin(wanted: Choices): Promise<Kept> {
  const post = await openPostOffice();
  return { post, server: await startKept({ ...wanted, env: { SMTP_URL: post.url } }) };
}

async function end({ server, post }: Kept): Promise<void> {
  await server.remove();
  await post.close();
}

export { expect };
export { accessible, shot, sideways } from "./look.ts";
