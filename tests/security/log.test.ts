import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { raw } from "./raw.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "debug" } });
});
afterAll(() => server.remove());

/** What must never stand in a log, each as a person or a browser would bring it in. */
const canary = {
  password: "Kanarie-wachtwoord-1",
  token: "kanarietokenkanarietokenkanarietokenkanarie",
  cookie: "kanariecookie0123456789",
  email: "kanarie@post.example",
  mobile: "+31612340000",
  bsn: "999990019",
  name: "kanarieachternaam",
  code: "987654",
};

test("U04: what people bring along stands in no line of the log", async () => {
  const visitor = openVisitor(server);
  const cookie = `__Host-session=${canary.cookie}; taal=nl`;
  for (const path of [
    `/m/${canary.token}`,
    `/a/${canary.token}`,
    `/w/${canary.token}`,
    `/s/${canary.token}`,
    `/ontgrendelen/${canary.token}`,
    `/${canary.name}`,
    `/${canary.email}`,
    `/rapportages/${canary.bsn}`,
    `/over?email=${canary.email}&bsn=${canary.bsn}`,
    `/servicedesk/medewerkers/${canary.code}`,
    `/status/document/${canary.name}.pdf`,
    `/%E0%A4%A${canary.name}`,
  ])
    await visitor.get(path, { cookie, "user-agent": canary.name, referer: `${server.url}/${canary.token}` });
  const typed = {
    email: canary.email,
    password: canary.password,
    wachtwoord: canary.password,
    mobile: canary.mobile,
    code: canary.code,
    message: canary.name,
  };
  for (const path of [
    "/inloggen",
    "/inloggen/code",
    "/wachtwoord-vergeten",
    "/registreren",
    "/suggestie",
    "/activeren",
    "/machtiging/ondertekenen",
  ])
    await visitor.post(path, typed);
  await fetch(`${server.url}/inloggen`, {
    method: "POST",
    body: canary.password,
    headers: { origin: server.url, "content-type": "multipart/form-data" },
  });
  await expect.poll(() => server.output().split("\n").length).toBeGreaterThan(20);
  for (const [name, value] of Object.entries(canary)) expect(server.output(), name).not.toContain(value);
});

test("U04: each line is one JSON object with an id, however hostile the address", async () => {
  const host = `Host: localhost:${server.port}\r\n`;
  for (const target of ["/a%0d%0a%7b%22level%22:30%7d", "/%1b%5b31mred", "/a\u0085b", '/"},{"level":60', "/%E2%80%A8"])
    await raw(server, `GET ${target} HTTP/1.1\r\n${host}X-Request-Id: forged\r\nConnection: close\r\n\r\n`);
  const lines = server
    .output()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("Zorgpoort listens"));
  for (const line of lines) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    expect(entry.requestId, line).toMatch(/^[\da-f-]{36}$/);
    expect(Object.keys(entry).sort()).toEqual([
      "level",
      "method",
      "ms",
      "path",
      "requestId",
      "status",
      "time",
      "whole",
    ]);
  }
  expect(server.output()).not.toMatch(/forged|\u001b|"level":60/);
});
