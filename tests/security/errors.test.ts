import path from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type RunningServer } from "#tests/server.ts";
import { raw, statusOf } from "./raw.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "info" } });
});
afterAll(() => server.remove());

/** What only the inside knows: stacks, files, queries, packages, versions. */
const INSIDE =
  /\bat \S+ \(|\bat file:|\.(?:server|m?js|tsx?):\d+|node_modules|node:internal|\bSqlite|SQLITE_|\bselect "|better-sqlite3|drizzle|remix-run|express@|\/(?:home|work|usr|tmp)\//i;

const origin = () => ({ origin: server.url });
const post = (url: string, body: string | Uint8Array<ArrayBuffer>, type: string) =>
  fetch(server.url + url, { method: "POST", body, headers: { ...origin(), "content-type": type }, redirect: "manual" });

async function harmless(name: string, answer: Response): Promise<string[]> {
  const text = await answer.text();
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`${name}: ${answer.status}`);
  if (INSIDE.test(text)) faults.push(`${name}: tells ${INSIDE.exec(text)?.[0] ?? ""}`);
  return faults;
}

test("H05: broken addresses are refused or not found, never a fault", async () => {
  const faults: string[] = [];
  for (const url of [
    "/%",
    "/%E0%A4%A",
    "/%00",
    "/a%00b",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cetc",
    "//kwaad.example",
    "/\\kwaad",
    "/%c0%ae",
    "/m/%",
    "/m/%0d%0aX: y",
    "/?%",
    "/?a[__proto__]=1",
    "/?index",
    "/?_data=root",
    "/over?_data=routes",
    "/_root.data?_routes=%",
    "/over.data?_routes=constructor",
    "/over.data?_routes=__proto__,toString",
    "/.data",
    "/m/.data",
    "/over.data.data",
    "/__manifest?p=%2F&p=" + "%2Fa".repeat(1000),
    `/${"a/".repeat(2000)}`,
    `/?${"a=1&".repeat(2000)}`,
    "/rapportages/%27%20or%201%3d1",
    "/constructor",
    "/__proto__",
    "/health/ready/x",
    "/over/",
    "/OVER",
  ])
    faults.push(...(await harmless(url.slice(0, 60), await fetch(server.url + url, { redirect: "manual" }))));
  expect(faults).toEqual([]);
  expect((await fetch(`${server.url}/__manifest?p=%2F`)).status).toBe(404);
});

test("H05: broken bodies are refused, never a fault", async () => {
  const form = "application/x-www-form-urlencoded";
  const faults: string[] = [];
  for (const [name, body, type] of [
    ["no boundary", "x", "multipart/form-data"],
    ["boundary that never comes", "x", "multipart/form-data; boundary=a"],
    ["cut off", '--a\r\nContent-Disposition: form-data; name="email"\r\n\r\nx', "multipart/form-data; boundary=a"],
    ["no name", "--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--", "multipart/form-data; boundary=a"],
    [
      "file for text",
      '--a\r\nContent-Disposition: form-data; name="email"; filename="x"\r\nContent-Type: text/plain\r\n\r\nx\r\n--a--',
      "multipart/form-data; boundary=a",
    ],
    ["long boundary", "x", `multipart/form-data; boundary=${"a".repeat(5000)}`],
    ["broken percent", "email=%&wachtwoord=%E0%A4%A", form],
    ["byte 0", "email=a%00b&wachtwoord=%00", form],
    ["prototype", "__proto__=1&constructor[prototype]=1&toString=1", form],
    ["twice", "email=a&email=b&wachtwoord=c&wachtwoord=d", form],
    ["many fields", "a=1&".repeat(10_000), form],
    ["long field", `email=${"x".repeat(900_000)}`, form],
    ["charset", "email=a", `${form}; charset=utf-7`],
    ["nothing", "", form],
  ] as const) {
    for (const url of [
      "/inloggen",
      "/registreren",
      "/suggestie",
      "/wachtwoord-vergeten",
      "/taal",
      "/controle",
      "/inloggen.data",
    ])
      faults.push(...(await harmless(`${name} to ${url}`, await post(url, body, type))));
  }
  expect(faults).toEqual([]);
});

test("H05: broken cookies and headers are passed by", async () => {
  const faults: string[] = [];
  for (const cookie of [
    "__Host-session",
    "__Host-session=",
    "=;=;=",
    "__Host-session=%E0%A4%A",
    "taal=%",
    "weergave=__proto__",
    `a=${"x".repeat(8000)}`,
    '__Host-session="><script>',
  ])
    faults.push(
      ...(await harmless(cookie, await fetch(`${server.url}/account`, { headers: { cookie }, redirect: "manual" }))),
    );
  for (const language of ["%", "nl;q=x", "*".repeat(4000), "en-".repeat(500)])
    faults.push(
      ...(await harmless(language, await fetch(`${server.url}/`, { headers: { "accept-language": language } }))),
    );
  expect(faults).toEqual([]);
});

test("H05: whatever bytes are posted, the answer is not a fault and tells nothing", async () => {
  const types = fc.constantFrom("application/x-www-form-urlencoded", "multipart/form-data; boundary=a");
  const bytes = fc.uint8Array({ maxLength: 2_000 });
  await fc.assert(
    fc.asyncProperty(
      bytes,
      types,
      fc.constantFrom("/inloggen", "/suggestie", "/registreren"),
      async (body, type, url) => {
        expect(await harmless(url, await post(url, new Uint8Array(body), type))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("H07: odd methods and framing are refused", async () => {
  const host = `Host: localhost:${server.port}\r\n`;
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
    expect(statusOf(await raw(server, `${method} / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)), method).toBe(405);
  expect((await fetch(`${server.url}/over`, { headers: { "x-http-method-override": "DELETE" } })).status).toBe(200);
  for (const bytes of [
    `POST /taal HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
    `POST /taal HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`,
    `POST /taal HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nOrigin: ${server.url}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n`,
    `GET / HTTP/1.1\r\n${host}X: a\rb\r\n\r\n`,
    `GET / HTTP/1.1\r\n\r\n`,
  ])
    expect(statusOf(await raw(server, bytes)), bytes.slice(0, 60)).toBe(400);
});

test("H05: a fault shows a number that stands in the log, and nothing of what happened", async () => {
  const connection = new Database(path.join(server.dataDir, "zorgpoort.db"));
  connection.exec("alter table door_sessions rename to door_sessions_away");
  const answer = await fetch(`${server.url}/account`, { headers: { cookie: `__Host-session=${"A".repeat(43)}` } });
  const text = await answer.text();
  connection.exec("alter table door_sessions_away rename to door_sessions");
  connection.close();
  expect(answer.status).toBe(500);
  expect(text).not.toMatch(INSIDE);
  const id = answer.headers.get("x-request-id") ?? "";
  expect(text).toContain(id);
  const fault = server
    .output()
    .split("\n")
    .find((line) => line.includes(id) && line.includes("stack"));
  expect(fault).toBeDefined();
});
