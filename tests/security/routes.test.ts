import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses, type Address } from "./addresses.ts";
import { raw, statusOf } from "./raw.ts";

const MIB = 1024 * 1024;
const all = addresses();
const nowhere = all.filter(({ pattern }) => pattern === "/*");
const pages = all.filter(({ pattern }) => pattern !== "/*");
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

const form = "application/x-www-form-urlencoded";
const ask = (path: string, method: string, more: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method,
    headers: method === "GET" || method === "HEAD" ? {} : { origin: server.url, "content-type": form, ...more },
    redirect: "manual",
  });

/** What the module of a route has to answer with. */
const answers = ({ loader, page, action }: Address) => [
  ...(loader || page ? ["GET", "HEAD"] : []),
  ...(action ? ["POST"] : []),
];
const methods = ["GET", "HEAD", "POST", "PUT", "OPTIONS"];

test("O-78: every address answers the methods its route has; for others it says which those are, and leads on", async () => {
  const faults: string[] = [];
  for (const page of pages)
    for (const method of methods) {
      const answer = await ask(page.path, method);
      const text = await answer.text();
      const refused = answer.status === 405;
      if (refused === answers(page).includes(method)) faults.push(`${method} ${page.pattern}: ${answer.status}`);
      if (!refused) continue;
      if (answer.headers.get("allow") !== answers(page).join(", ")) faults.push(`${method} ${page.pattern}: Allow`);
      if (method !== "HEAD" && !/<h1>.*<a href="\/">/.test(text)) faults.push(`${method} ${page.pattern}: no way on`);
    }
  expect(faults).toEqual([]);
});

test("O-78: what is no address of ours is not there, by whatever method", async () => {
  for (const { path } of nowhere)
    for (const method of methods) {
      const answer = await ask(path, method);
      expect([method, answer.status]).toEqual([method, 404]);
      expect(answer.headers.get("allow")).toBeNull();
      if (method !== "HEAD") expect(await answer.text()).toContain('href="/"');
    }
});

test("O-79: what comes from elsewhere is taken where a route declares it, and nowhere else", async () => {
  const acts = pages.filter(({ action }) => action);
  const taken: string[] = [];
  for (const { path, pattern } of acts) {
    const answer = await ask(path, "POST", { origin: "https://elders.example", "content-type": "application/json" });
    if (answer.status !== 403) taken.push(pattern);
  }
  expect(taken).toEqual(acts.filter(({ anybody }) => anybody).map(({ pattern }) => pattern));
  // For programs on this machine alone, and never in production.
  expect(taken).toEqual(["/dev/clock.json"]);
});

/** Status of a body that is told to be so long, before one byte of it; 0 while the server waits for it. */
async function told(path: string, bytes: number, type = "multipart/form-data; boundary=grens"): Promise<number> {
  const head = [`POST ${path} HTTP/1.1`, `Host: localhost:${server.port}`, `Origin: ${server.url}`];
  const lines = [...head, `Content-Type: ${type}`, `Content-Length: ${bytes}`, "Connection: close", "", ""];
  return statusOf(await raw(server, lines.join("\r\n"), 400));
}

test("O-80: more than a form goes to routes that declare files alone, and there up to their own number", async () => {
  const acts = pages.filter(({ action }) => action);
  const over = await Promise.all(acts.map(async ({ path }) => [path, await told(path, MIB + 1, form)]));
  expect(over.filter(([, status]) => status !== 413)).toEqual([]);
  const files = await Promise.all(acts.map(async (act) => ({ ...act, status: await told(act.path, MIB + 1) })));
  for (const { pattern, status, files: declares } of files)
    expect([pattern, status === 413]).toEqual([pattern, !declares]);
  const most = Object.entries({
    "/controle": 10,
    "/leveringen/nieuw": 2322,
    "/leveringen/producten": 22,
    "/leveringen/uploads/:id": 4,
  });
  expect(
    files
      .filter((act) => act.files)
      .map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(most.map(([pattern]) => pattern));
  for (const [pattern, megabytes] of most) {
    const { path } = pages.find((page) => page.pattern === pattern)!;
    expect([pattern, await told(path, megabytes * MIB)]).not.toEqual([pattern, 413]);
    expect([pattern, await told(path, megabytes * MIB + MIB)]).toEqual([pattern, 413]);
  }
  expect(await (await ask("/controle", "GET")).text()).toContain("Hooguit 8 MB.");
});
