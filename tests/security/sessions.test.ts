import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClock } from "#tests/clock.ts";
import { openDoor, type Door } from "#tests/door.ts";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";

const ANNA = { email: "anna@delinde.example", mobile: "+31610000011" };
let server: RunningServer;
let door: Door;

beforeAll(async () => {
  server = await startServer({ world: "demo" });
  door = await openDoor(server);
});
afterAll(() => server.remove());

const opens = async (cookie: string) => {
  const answer = await openVisitor(server).get("/rapportages", { cookie });
  return answer.status === 200;
};
const SESSION = "__Host-session";

test("S01: a planted session is not adopted at sign-in, and is worth nothing after it", async () => {
  const visitor = openVisitor(server);
  const planted = "P".repeat(43);
  visitor.cookies.set(SESSION, planted);
  await door.half(visitor, ANNA.email);
  const attempt = visitor.cookies.get("__Host-attempt")!;
  expect(await opens(`${SESSION}=${attempt}`)).toBe(false);
  await visitor.post("/inloggen/code", { way: "sms", code: await door.code(ANNA.mobile) });
  const own = visitor.cookies.get(SESSION)!;
  expect(new Set([planted, attempt, own]).size).toBe(3);
  expect([await opens(`${SESSION}=${own}`), await opens(`${SESSION}=${planted}`)]).toEqual([true, false]);
});

test("S01: the second factor given again makes a new secret; the one before it is dead", async () => {
  const visitor = openVisitor(server);
  await openClock(server).advance("PT20M");
  await door.signIn(visitor, ANNA);
  const before = visitor.cookies.get(SESSION)!;
  await visitor.post("/inloggen/opnieuw", { act: "send" });
  const answer = await visitor.post("/inloggen/opnieuw", { code: await door.code(ANNA.mobile) });
  expect(answer.location).toBe("/account");
  const after = visitor.cookies.get(SESSION)!;
  expect(after).not.toBe(before);
  expect([await opens(`${SESSION}=${before}`), await opens(`${SESSION}=${after}`)]).toEqual([false, true]);
});

test("S02: every cookie is bound to the host and shut off from scripts; the secret of a session is kept nowhere", async () => {
  await openClock(server).advance("PT20M");
  const visitor = openVisitor(server);
  const answers = [await visitor.get("/registreren"), await visitor.post("/registreren", { connected: "yes" })];
  answers.push(await visitor.post("/inloggen", { ...ANNA, password: await door.passwordOf(ANNA.email) }));
  answers.push(await visitor.post("/inloggen/code", { way: "sms", code: await door.code(ANNA.mobile) }));
  answers.push(await visitor.get("/account"), await visitor.post("/taal", { language: "en", back: "/" }));
  const lines = answers.flatMap((answer) => answer.headers.getSetCookie());
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line).toMatch(/; Path=\/(;|$)/);
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; SameSite=(Lax|Strict)/);
    expect(line).not.toMatch(/Domain=/i);
    expect(line.length).toBeLessThan(4096);
    // What language and look somebody chose is no secret.
    if (!/^(taal|weergave)=/.test(line)) expect(line).toMatch(/^__Host-.*; HttpOnly/);
  }
  const secret = visitor.cookies.get(SESSION)!;
  expect(secret).toMatch(/^[\w-]{43}$/);
  for (const name of readdirSync(server.dataDir).filter((one) => one.startsWith("zorgpoort.db"))) {
    expect(readFileSync(path.join(server.dataDir, name)).includes(secret), name).toBe(false);
  }
  expect(server.output()).not.toContain(secret);
});

test("S03: signing out ends the session for every copy of the cookie, and tells the browser to forget", async () => {
  await openClock(server).advance("PT20M");
  const visitor = openVisitor(server);
  await door.signIn(visitor, ANNA);
  const cookie = `${SESSION}=${visitor.cookies.get(SESSION)!}`;
  const other = openVisitor(server);
  await openClock(server).advance("PT20M");
  await door.signIn(other, ANNA);
  const answer = await visitor.post("/uitloggen");
  expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([303, '"cache", "storage"']);
  expect(visitor.cookies.has(SESSION)).toBe(false);
  expect(await opens(cookie)).toBe(false);
  expect(await opens(`${SESSION}=${other.cookies.get(SESSION)!}`)).toBe(true);
  expect((await openVisitor(server).get("/rapportages", { cookie })).location).toMatch(/^\/inloggen/);
});

test("L03: the secret of a mailed link leaves the address at the first visit, and stands in no line of the log", async () => {
  await openVisitor(server).post("/wachtwoord-vergeten", { email: ANNA.email });
  const link = await door.received(ANNA.email, /\/w\/[\w-]{43}/);
  const visitor = openVisitor(server);
  const answer = await visitor.get(link);
  expect([answer.status, answer.location, answer.text]).toEqual([303, "/wachtwoord-instellen", ""]);
  expect(answer.headers.get("referrer-policy")).toMatch(/^(no-referrer|same-origin)$/);
  expect((await visitor.get("/wachtwoord-instellen")).text).not.toContain(link.slice(3));
  expect(server.output()).not.toContain(link.slice(3));
});

test("A09: a password counts sign for sign, also with the joiners of Persian and of emoji", async () => {
  const sanne = { email: "sanne@delinde.example", mobile: "+31610000014" };
  await openVisitor(server).post("/wachtwoord-vergeten", { email: sanne.email });
  const visitor = openVisitor(server);
  await visitor.get(await door.received(sanne.email, /\/w\/[\w-]{43}/));
  const password = "می\u200cخواهم چای 👩\u200d⚕️ ";
  expect((await visitor.post("/wachtwoord-instellen", { password })).status).toBe(303);
  const wrong = await visitor.post("/inloggen", { email: sanne.email, password: password.replaceAll("\u200c", "") });
  expect(wrong.status).toBe(422);
  const right = await visitor.post("/inloggen", { email: sanne.email, password });
  expect(right.location).toMatch(/^\/inloggen\/code/);
});

test("L06: the way back after signing in never leads elsewhere", async () => {
  await openClock(server).advance("PT20M");
  const visitor = openVisitor(server);
  const query = `?terug=${encodeURIComponent("//boos.example/x")}`;
  await visitor.post(`/inloggen${query}`, { email: ANNA.email, password: await door.passwordOf(ANNA.email) });
  const answer = await visitor.post(`/inloggen/code${query}`, { way: "sms", code: await door.code(ANNA.mobile) });
  expect([answer.status, answer.location]).toEqual([303, "/inloggen"]);
});

test("I01: what somebody typed stays text in every page that shows it again", async () => {
  const evil = `<img src=x onerror=alert(1)>"'&`;
  const visitor = openVisitor(server);
  await visitor.post("/registreren", { connected: "yes" });
  const form = { agbPractitioner: evil, agbPractice: evil, firstName: evil, lastName: evil, practiceEmail: evil };
  const answer = await visitor.post("/registreren/gegevens", { ...form, practiceEmailAgain: evil, mobile: evil });
  expect(answer.status).toBe(422);
  expect(answer.text).not.toContain("<img");
  expect(answer.text).toContain("&lt;img");
  const sign = await visitor.post("/inloggen", { email: evil, password: "x" });
  expect(sign.text).not.toContain("<img");
  expect((await visitor.get(`/controle?code=${encodeURIComponent(evil)}`)).text).not.toContain("<img");
  expect((await visitor.get(`/suggestie?van=${encodeURIComponent(evil)}`)).text).not.toContain("<img");
});
