import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor, type Answer } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses, fill, type Address } from "./addresses.ts";
import { beginnings, development, neutral, open } from "./public.ts";

const all = addresses();
const closed = all.filter(({ pattern }) => ![...open, ...neutral, ...development].includes(pattern));
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

function refused({ pattern }: Address, answer: Answer, how: string): string[] {
  if ([401, 403, 404, 409].includes(answer.status)) return [];
  const to = answer.location;
  const path = to?.split("?", 1)[0];
  const beginning = beginnings[pattern];
  if (path === "/inloggen" || (beginning !== undefined && path === fill(beginning))) return [];
  // Each side has its own door.
  if (pattern.startsWith("/mijn/:environment") && path === fill("/mijn/:environment/inloggen")) return [];
  return [`${how} ${pattern}: ${answer.status} ${to ?? ""}`];
}

/** Each with a visitor of its own, so that nothing one address sets opens the next. */
async function walk(list: Address[], ask: (address: Address) => Promise<Answer>, how: string): Promise<string[]> {
  const faults: string[] = [];
  for (const address of list) faults.push(...refused(address, await ask(address), how));
  return faults;
}
const get = (path: string) => openVisitor(server).get(path);

test("Z01: without a session every address refuses, but for those on the short list", async () => {
  const pages = closed.filter(({ loader, action }) => loader || !action);
  expect(pages.length).toBeGreaterThan(20);
  expect(await walk(pages, ({ path }) => get(path), "GET")).toEqual([]);
});

test("Z01: without a session every act refuses, but for those on the short list", async () => {
  const acts = closed.filter(({ action }) => action);
  expect(acts.length).toBeGreaterThan(10);
  expect(await walk(acts, ({ path }) => openVisitor(server).post(path), "POST")).toEqual([]);
});

test("Z03 O-06: no page has its data at an address beside it, nor a loader alone, open or closed, asked or posted to", async () => {
  const scripted = all.filter(({ script }) => script).map(({ pattern }) => pattern);
  const faults: string[] = [];
  for (const { pattern, path, data, script } of all) {
    for (const address of [
      data,
      data.split("?", 1)[0]!,
      `${path}?_data=${new URL(data, server.url).searchParams.get("_routes") ?? ""}`,
    ]) {
      const answers = [await get(address), await openVisitor(server).post(address)];
      const wanted = script && !address.includes("_data=") ? "something" : "nothing";
      for (const { status } of answers)
        if ((status === 404 ? "nothing" : "something") !== wanted) faults.push(`${address}: ${status}`);
    }
    if (script) expect((await get(path)).text, pattern).toContain("<script");
  }
  expect(faults).toEqual([]);
  // Whoever gives a page script gives it a data address, and says here that the loader refuses by itself.
  expect(scripted).toEqual([]);
});

test("Z03: a made-up or forged session opens nothing", async () => {
  const cookie = `__Host-session=${"A".repeat(43)}; __Host-session=' or 1=1`;
  const ask = ({ path }: Address) => openVisitor(server).get(path, { cookie });
  expect(
    await walk(
      closed.filter(({ loader }) => loader),
      ask,
      "GET",
    ),
  ).toEqual([]);
});

test("Z01: open addresses answer, and the short list names nothing that is not there", async () => {
  const patterns = all.map(({ pattern }) => pattern);
  for (const pattern of [...open, ...neutral, ...development, ...Object.keys(beginnings)])
    expect(patterns).toContain(pattern);
  for (const { path, loader } of all.filter(({ pattern }) => [...open, ...neutral].includes(pattern)))
    if (loader) expect((await get(path)).status, path).toBe(200);
});
