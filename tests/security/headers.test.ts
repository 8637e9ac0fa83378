import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses } from "./addresses.ts";
import { raw, statusOf } from "./raw.ts";

let server: RunningServer;
const asset = `/assets/${readdirSync("build/client/assets").find((name) => name.endsWith(".css")) ?? ""}`;
const pages = addresses().filter(({ loader, action }) => loader || !action);

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

const ask = (path: string, init: RequestInit = {}) => fetch(server.url + path, { redirect: "manual", ...init });

/** Asks a file again with the tag it had. `fetch` would add `no-cache`, which asks for the whole of it. */
async function unchanged(path: string): Promise<Response> {
  const tag = (await ask(path)).headers.get("etag") ?? "";
  const answer = await raw(
    server,
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: ${tag}\r\nConnection: close\r\n\r\n`,
  );
  return new Response(null, { status: statusOf(answer), headers: headersOf(answer) });
}

function headersOf(answer: string): Headers {
  const headers = new Headers();
  for (const line of answer.split("\r\n\r\n", 1)[0]!.split("\r\n").slice(1)) {
    const [name = "", ...value] = line.split(": ");
    headers.append(name, value.join(": "));
  }
  return headers;
}

/** Name → what its value must look like, on every answer. */
const wanted: [string, RegExp][] = [
  ["strict-transport-security", /^max-age=(?:[4-9]\d{7}|3[2-9]\d{6}|\d{9,}); includeSubDomains$/],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /^(?:no-referrer|same-origin)$/],
  ["x-frame-options", /^DENY$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-resource-policy", /^same-origin$/],
  ["permissions-policy", /camera=\(\).*microphone=\(\)/],
  ["content-security-policy", /default-src 'none'.*frame-ancestors 'none'/],
  ["cache-control", /./],
];

function missing(name: string, headers: Headers): string[] {
  const faults = wanted.filter(([header, value]) => !value.test(headers.get(header) ?? ""));
  const telling = ["x-powered-by", "server"].filter((header) => headers.has(header));
  return [...faults.map(([header]) => `${name}: ${header}`), ...telling.map((header) => `${name}: tells ${header}`)];
}

test("H01: every kind of answer carries every header", async () => {
  const faults: string[] = [];
  const seen = new Set<number>();
  const look = async (name: string, answer: Response) => {
    seen.add(answer.status);
    await answer.arrayBuffer();
    faults.push(...missing(`${name} ${answer.status}`, answer.headers));
  };
  for (const { path, data, loader } of pages) {
    await look(path, await ask(path));
    await look(path, await ask(path, { method: "HEAD" }));
    if (loader) await look(data, await ask(data));
  }
  await look("asset", await ask(asset));
  await look("asset again", await unchanged(asset));
  await look("part of an asset", await ask(asset, { headers: { range: "bytes=0-9" } }));
  await look("no range", await ask(asset, { headers: { range: "bytes=99999999-" } }));
  await look("asset that is not there", await ask("/assets/nothing-1234.js"));
  await look("icon", await ask("/favicon.svg"));
  await look("no page", await ask("/nergens"));
  await look("manifest", await ask("/__manifest?p=%2F&version=1"));
  await look("method", await ask("/", { method: "PUT", body: "x" }));
  await look("foreign form", await ask("/taal", { method: "POST", body: "taal=en" }));
  await look("kind of body", await ask("/taal", { method: "POST", body: "x", headers: { origin: server.url } }));
  await look(
    "act",
    await ask("/taal", { method: "POST", body: new URLSearchParams({ taal: "nl" }), headers: { origin: server.url } }),
  );
  await look(
    "too large",
    await ask("/taal", {
      method: "POST",
      body: new URLSearchParams({ a: "x".repeat(2e6) }),
      headers: { origin: server.url },
    }),
  );
  await look(
    "page without act",
    await ask("/over", { method: "POST", body: new URLSearchParams(), headers: { origin: server.url } }),
  );
  expect(faults).toEqual([]);
  for (const status of [200, 206, 302, 303, 304, 403, 404, 405, 413, 415, 416]) expect([...seen]).toContain(status);
});

test("H01: what never becomes a request is answered with the headers too", async () => {
  const host = `Host: localhost:${server.port}\r\n`;
  const broken: [number, string][] = [
    [400, "nonsense\r\n\r\n"],
    [400, `GET / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`],
    [431, `GET / HTTP/1.1\r\n${host}X-Long: ${"a".repeat(64 * 1024)}\r\n\r\n`],
  ];
  for (const [status, bytes] of broken) {
    const answer = await raw(server, bytes);
    expect(statusOf(answer), bytes.slice(0, 30)).toBe(status);
    expect(missing(String(status), headersOf(answer))).toEqual([]);
  }
});

/** The rules of internet.nl (Dutch government's site test) on a content security policy, and ours on scripts. */
function policyFaults(policy: string): string[] {
  const lines = policy.split(";").map((line) => line.trim().split(/\s+/));
  const rules = new Map(lines.map(([name = "", ...values]) => [name, values]));
  const of = (name: string) => rules.get(name) ?? rules.get("default-src") ?? [];
  const faults: string[] = [];
  if (new Set(lines.map(([name]) => name)).size !== lines.length) faults.push("a rule twice");
  if (!["'none'", "'self'"].includes(rules.get("default-src")?.join(" ") ?? "")) faults.push("default-src");
  for (const name of ["base-uri", "form-action", "frame-src", "frame-ancestors"])
    if (!["'none'", "'self'"].includes(rules.get(name)?.join(" ") ?? "")) faults.push(name);
  for (const [name, values] of rules)
    for (const value of values)
      if (!/^'(?:none|self|nonce-[\w+/]{22,}={0,2})'$/.test(value)) faults.push(`${name} ${value}`);
  if (of("script-src").some((value) => !value.startsWith("'nonce-") && value !== "'none'")) faults.push("script-src");
  if (of("style-src").some((value) => !["'self'", "'none'"].includes(value))) faults.push("style-src");
  return faults;
}

test("H02: the policy of every page is strict to the letter, with a nonce that is new for each answer", async () => {
  const faults: string[] = [];
  const nonces = new Set<string>();
  let html = 0;
  for (const { path } of [...pages, ...pages]) {
    const answer = await ask(path);
    const text = await answer.text();
    const policies = answer.headers.get("content-security-policy") ?? "";
    faults.push(...policyFaults(policies).map((fault) => `${path}: ${fault}`));
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    html++;
    nonces.add(/'nonce-([^']+)'/.exec(policies)?.[1] ?? "");
    const loose = /<script(?![^>]+\bnonce=)|<style|\sstyle=|\son[a-z]+="|javascript:|<base\b/i.exec(text);
    if (loose) faults.push(`${path}: ${loose[0]} in the page`);
    if (text.includes("\u0000")) faults.push(`${path}: byte 0`);
  }
  expect(faults).toEqual([]);
  expect(html).toBeGreaterThan(20);
  expect(nonces.size).toBe(html);
});

test("H02: pages send no client script unless they ask for it", async () => {
  for (const path of ["/", "/inloggen", "/registreren", "/over", "/nergens"])
    expect(await (await ask(path)).text(), path).not.toMatch(/<script|rel="modulepreload"/);
});

test("H03: nothing but files of the build may be kept by a cache", async () => {
  // Colours and mark of an environment: the same for everybody.
  const anybodys = /\/(?:huisstijl\.css|icoon\.svg)/;
  for (const { path, data } of pages.filter((page) => !anybodys.test(page.path))) {
    for (const url of [path, data]) expect((await ask(url)).headers.get("cache-control"), url).toBe("no-store");
  }
  const disguised: [string, number][] = [
    ["/account/x.css", 404],
    // An indicator could be called that: who is not signed in goes to the sign-in page.
    ["/rapportages/x.js", 302],
    ["/praktijk/logo.png", 404],
    ["/machtiging/x.css", 404],
    ["/assets/../account.css", 404],
  ];
  for (const [path, status] of disguised) {
    const answer = await ask(path);
    expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, status, "no-store"]);
  }
});

test("H03: an address written in another way gets the same page with the same headers", async () => {
  const plain = await ask("/inloggen/code");
  const told = (answer: Response) => [answer.status, answer.headers.get("location"), ...answer.headers.keys()];
  for (const other of ["/Inloggen/code", "/%69nloggen/code", "/inloggen/code/"]) {
    const answer = await ask(other);
    expect([other, ...told(answer)]).toEqual([other, ...told(plain)]);
  }
});

test("H03: hashed files are kept for ever, and a missing one is a real 404 that is not kept", async () => {
  const found = await ask(asset, { headers: { "accept-encoding": "gzip" } });
  expect(found.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(found.headers.get("content-encoding")).toBe("gzip");
  const lost = await ask("/assets/app-00000000.css");
  expect([lost.status, lost.headers.get("cache-control")]).toEqual([404, "no-store"]);
  for (const path of [
    "/assets/",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/..%2f..%2fserver/index.js",
    "/.vite/manifest.json",
    "/assets/.vite",
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test("H04: pages for somebody with a cookie of ours are not compressed, others are", async () => {
  const encoding = async (cookie?: string) =>
    (await ask("/", { headers: { "accept-encoding": "gzip", ...(cookie && { cookie }) } })).headers.get(
      "content-encoding",
    );
  expect(await encoding()).toBe("gzip");
  expect(await encoding("taal=nl")).toBe("gzip");
  expect(await encoding("taal=nl; __Host-session=abc")).toBeNull();
});

test("H01: a page with a session-shaped cookie, and the answer that sets one, carry the headers too", async () => {
  const visitor = openVisitor(server);
  const link = await visitor.get(`/m/${"A".repeat(43)}`);
  expect(missing("link", link.headers)).toEqual([]);
  expect(missing("page", (await visitor.follow(link)).headers)).toEqual([]);
});
