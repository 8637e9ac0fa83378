import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type RunningServer } from "#tests/server.ts";
import { openPostOffice, type PostOffice } from "#tests/post.ts";
import { productionSettings, PUBLIC_HOST } from "./production.ts";
import { raw, statusOf } from "./raw.ts";

let direct: RunningServer;
let proxied: RunningServer;
let post: PostOffice;

beforeAll(async () => {
  post = await openPostOffice();
  const settings = { ...(await productionSettings()), SMTP_URL: post.url, AGB_URL: "http://127.0.0.1:9" };
  const hosts = { ENVIRONMENT_HOSTS: "getij=client.getij.nl" };
  direct = await startServer({ env: { ...settings, ...hosts, TRUST_PROXY: "no" } });
  proxied = await startServer({ env: { ...settings, TRUST_PROXY: "loopback" } });
});
afterAll(async () => {
  await Promise.all([direct.remove(), proxied.remove()]);
  await post.close();
});

const get = (target: string, headers: string[]) =>
  `GET ${target} HTTP/1.1\r\n${headers.join("\r\n")}\r\nConnection: close\r\n\r\n`;

/** Where a refused or redirected answer names a host that is not ours. */
const foreign = (answer: string) => /kwaad/i.test(answer.split("\r\n\r\n", 1)[0]!);

const own = `Host: ${PUBLIC_HOST}`;
const variants: [string, string, string[]][] = [
  ["another host", "/", ["Host: kwaad.example"]],
  ["ours as subdomain", "/", [`Host: ${PUBLIC_HOST}.kwaad.example`]],
  ["a name before ours", "/", [`Host: kwaad${PUBLIC_HOST}`]],
  ["another port", "/", [`Host: ${PUBLIC_HOST}:8443`]],
  ["a port that is none", "/", [`Host: ${PUBLIC_HOST}:kwaad`]],
  ["user info", "/", [`Host: kwaad@${PUBLIC_HOST}`]],
  ["a path in the host", "/", [`Host: ${PUBLIC_HOST}/kwaad`]],
  ["a comma", "/", [`Host: ${PUBLIC_HOST}, kwaad.example`]],
  ["a space", "/", [`Host: kwaad.example ${PUBLIC_HOST}`]],
  ["a quote", "/", [`Host: "kwaad"`]],
  ["markup", "/", [`Host: <script>kwaad</script>`]],
  ["a dot at the end", "/", [`Host: ${PUBLIC_HOST}.`]],
  ["an address", "/", ["Host: 127.0.0.1"]],
  ["localhost", "/", ["Host: localhost"]],
  ["IPv6", "/", ["Host: [::1]"]],
  ["empty", "/", ["Host: "]],
  ["two hosts", "/", [own, "Host: kwaad.example"]],
  ["two hosts, ours last", "/", ["Host: kwaad.example", own]],
  ["absolute address", "http://kwaad.example/", ["Host: kwaad.example"]],
  ["absolute address beside our host", "http://kwaad.example/", [own]],
  ["absolute address with ours", `https://${PUBLIC_HOST}/`, ["Host: kwaad.example"]],
  ["user info in an absolute address", `http://${PUBLIC_HOST}@kwaad.example/`, [own]],
  ["no path", "kwaad.example", [own]],
  ["a star", "*", [own]],
];

test("L04: a host that is not ours is refused, however it is dressed up", async () => {
  for (const server of [direct, proxied]) {
    for (const [name, target, headers] of variants) {
      const answer = await raw(server, get(target, headers));
      expect([400, 404, 421], name).toContain(statusOf(answer));
      expect(foreign(answer), name).toBe(false);
    }
  }
});

const forwarded: [string, string[]][] = [
  ["X-Forwarded-Host", ["X-Forwarded-Host: kwaad.example"]],
  ["X-Forwarded-Host twice", [`X-Forwarded-Host: kwaad.example, ${PUBLIC_HOST}`]],
  ["X-Forwarded-Server", ["X-Forwarded-Server: kwaad.example"]],
  ["X-Host", ["X-Host: kwaad.example"]],
  ["Forwarded", ["Forwarded: host=kwaad.example;proto=http"]],
  ["X-Original-URL", ["X-Original-URL: /kwaad", "X-Rewrite-URL: /kwaad"]],
  ["X-Forwarded-Port", ["X-Forwarded-Port: 8443", "X-Forwarded-Prefix: /kwaad"]],
  ["X-Forwarded-Proto", ["X-Forwarded-Proto: kwaad"]],
];

test("L04: forwarded headers of somebody who is no proxy change nothing", async () => {
  for (const [name, headers] of forwarded) {
    const answer = await raw(direct, get("/account", [own, ...headers]));
    expect(statusOf(answer), name).toBe(302);
    expect(foreign(answer), name).toBe(false);
  }
});

test("L04: a trusted proxy says which host was asked for, and only ours is served", async () => {
  expect(statusOf(await raw(proxied, get("/over", ["Host: 127.0.0.1", `X-Forwarded-Host: ${PUBLIC_HOST}`])))).toBe(200);
  expect(statusOf(await raw(proxied, get("/over", [own, "X-Forwarded-Host: kwaad.example"])))).toBe(421);
  expect(statusOf(await raw(proxied, get("/over", [own, "X-Forwarded-Proto: kwaad"])))).toBe(200);
});

test("L04: health is answered under every name, and tells nothing", async () => {
  expect(await raw(direct, get("/health/alive", ["Host: 127.0.0.1"]))).toMatch(/\r\n\r\n(?:6\r\n)?alive\n/);
});

/** Addresses that counters and the log have kept. */
function kept(server: RunningServer, text: string): boolean {
  const connection = new Database(path.join(server.dataDir, "zorgpoort.db"), { readonly: true });
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const found = tables.some(({ name }) =>
    JSON.stringify(connection.prepare(`select * from "${name}"`).all()).includes(text),
  );
  connection.close();
  return found;
}

test("L04: mails lead to the configured address, and a forged sender's address is not kept", async () => {
  const fields = new URLSearchParams({ message: "Een vraag.", van: "/" }).toString();
  const lines = [
    own,
    `Origin: https://${PUBLIC_HOST}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${fields.length}`,
    "X-Forwarded-Host: kwaad.example",
    "X-Forwarded-For: 203.0.113.77",
    "X-Client-Address: 203.0.113.77",
    "X-Real-IP: 203.0.113.77",
    "X-Request-Id: kwaad",
  ];
  const answer = await raw(
    direct,
    `POST /suggestie HTTP/1.1\r\n${lines.join("\r\n")}\r\nConnection: close\r\n\r\n${fields}`,
  );
  expect(statusOf(answer)).toBe(303);
  expect(foreign(answer)).toBe(false);
  expect(kept(direct, "203.0.113.77")).toBe(false);
  await expect.poll(() => post.mails.length, { timeout: 10_000 }).toBe(1);
  const links = post.mails[0]!.html.match(/https?:\/\/[^/"]+/g) ?? [];
  expect(new Set(links)).toEqual(new Set([`https://${PUBLIC_HOST}`]));
});

test("P-07 H11: an environment with a host of its own is there alone, and nowhere else", async () => {
  const there = "Host: client.getij.nl";
  const asked = async (target: string, host: string) => {
    const answer = await raw(direct, get(target, [host]));
    return { status: statusOf(answer), location: /^location: (.*)\r$/im.exec(answer)?.[1] };
  };
  expect(await asked("/", there)).toEqual({ status: 302, location: "/mijn/getij" });
  expect((await asked("/mijn/getij/inloggen", there)).status).toBe(200);
  expect((await asked("/privacy", there)).status).toBe(200);
  for (const target of [
    "/inloggen",
    "/rapportages",
    "/servicedesk",
    "/mijn",
    "/mijn/delinde/inloggen",
    "/mijn/getijden",
  ])
    expect((await asked(target, there)).status, target).toBe(404);
  const elsewhere = await asked("/mijn/getij/inloggen?terug=x", own);
  expect(elsewhere).toEqual({ status: 302, location: "https://client.getij.nl/mijn/getij/inloggen?terug=x" });
  expect((await asked("/mijn/delinde/inloggen", own)).status).toBe(200);
});
