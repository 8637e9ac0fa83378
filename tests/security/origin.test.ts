import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses } from "./addresses.ts";

const acts = addresses().filter(({ action, anybody }) => action && !anybody);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

/** Rows per table; what a refused form must leave as it is. */
function rows(): Record<string, number> {
  const connection = new Database(path.join(server.dataDir, "zorgpoort.db"), { readonly: true });
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const counted = tables
    .filter(({ name }) => !["job_runs", "audit_seals", "audit_sealed"].includes(name))
    .map(({ name }) => {
      const { n } = connection.prepare(`select count(*) n from "${name}"`).get() as { n: number };
      return [name, n];
    });
  connection.close();
  return Object.fromEntries(counted) as Record<string, number>;
}

const form = "application/x-www-form-urlencoded";
const fields = "taal=en&email=a%40b.nl&wachtwoord=x&bericht=hallo&page=%2F&connection=connected&terug=%2F";

/** Name → headers of a form that is not ours, and the answer it gets. */
const foreign = (own: string): [string, Record<string, string>, number][] => [
  ["no origin", { "content-type": form }, 403],
  ["origin null", { "content-type": form, origin: "null" }, 403],
  ["another site", { "content-type": form, origin: "https://kwaad.example" }, 403],
  ["a name that begins like ours", { "content-type": form, origin: `${own}.kwaad.example` }, 403],
  ["another port", { "content-type": form, origin: own.replace(/\d+$/, "1") }, 403],
  ["another scheme", { "content-type": form, origin: own.replace("http:", "https:") }, 403],
  ["cross-site by the browser's word", { "content-type": form, origin: own, "sec-fetch-site": "cross-site" }, 403],
  ["same-site by the browser's word", { "content-type": form, origin: own, "sec-fetch-site": "same-site" }, 403],
  [
    "forged host beside a foreign origin",
    { "content-type": form, origin: "https://kwaad.example", "x-forwarded-host": "kwaad.example" },
    403,
  ],
  ["text/plain", { "content-type": "text/plain", origin: own }, 415],
  ["text/plain from elsewhere", { "content-type": "text/plain", origin: "https://kwaad.example" }, 403],
  ["json", { "content-type": "application/json", origin: own }, 415],
  ["no content type", { "content-type": "", origin: own }, 415],
];

test("S06 O-79: every mutating address, its data address too, refuses what does not come from a page of ours", async () => {
  expect(acts.length).toBeGreaterThan(15);
  const before = rows();
  const faults: string[] = [];
  for (const act of acts) {
    for (const url of [act.path, act.data.split("?", 1)[0]!]) {
      for (const [name, headers, status] of foreign(server.url)) {
        const answer = await fetch(server.url + url, { method: "POST", body: fields, headers, redirect: "manual" });
        const text = await answer.text();
        if (answer.status !== status || answer.headers.has("set-cookie") || /\bat .*:\d+:\d+/.test(text))
          faults.push(`${url}, ${name}: ${answer.status}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(rows()).toEqual(before);
});

test("S06: the same form from a page of ours is not refused", async () => {
  for (const { path: url } of acts) {
    const answer = await openVisitor(server).post(url, {}, { "sec-fetch-site": "same-origin" });
    expect([403, 415, 500], url).not.toContain(answer.status);
  }
});

test("S06: looking changes nothing: GET of an act sets no cookie and writes no row", async () => {
  const before = rows();
  for (const { path: url } of acts) {
    const answer = await fetch(`${server.url}${url}?${fields}&_method=POST`, { redirect: "manual" });
    expect(answer.headers.getSetCookie(), url).toEqual([]);
  }
  expect(rows()).toEqual(before);
});
