import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutOf } from "#app/platform/rights/reach.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { aClient, aLink, anAppointment, aPart, aPerson } from "#tests/client-world.ts";
import { aStaffMember } from "#tests/mailed-world.ts";
import { cookieOf } from "#tests/report-world.ts";
import { openVisitor } from "#tests/http.ts";
import { type RunningServer, startServer } from "#tests/server.ts";

let server: RunningServer;
let cookie: string;
let stranger: string;
let strangerAbout: string;
let pages: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ at: "2026-11-24T09:00:00+01:00" });
  process.env.DATA_DIR = server.dataDir;
  reloadConfig();
  const person = await aPerson({ bsn: "999991772" });
  await aLink(person);
  cookie = (await aClient(person)).cookie;
  const other = await aClient(await aPerson({ firstName: "Wim", lastName: "Ander" }));
  [stranger, strangerAbout] = [other.cookie, aboutOf(other.actor)];
  const meeting = await anAppointment(person);
  const part = await aPart(person, { content: { title: "Over slapen", text: "Na de intake ging het beter." } });
  const bytes = Buffer.from("%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF\n");
  const letter = await aPart(person, { bytes });
  pages = {
    home: "/mijn/getij",
    appointments: "/mijn/getij/afspraken",
    appointment: `/mijn/getij/afspraken/${meeting.id}`,
    calendar: `/mijn/getij/afspraken/${meeting.id}/agenda.ics`,
    record: "/mijn/getij/zorgdossier?zoek=slapen",
    part: `/mijn/getij/zorgdossier/${part.id}`,
    letter: `/mijn/getij/zorgdossier/${letter.id}`,
    view: `/mijn/getij/zorgdossier/${letter.id}/bekijken`,
    warning: `/mijn/getij/zorgdossier/${letter.id}/waarschuwing`,
    profile: "/mijn/getij/profiel",
    tour: "/mijn/getij/rondleiding",
  };
});
afterAll(async () => {
  await closeDatabase();
  await server.remove();
});

const get = (path: string, as = cookie) => openVisitor(server).get(path, { cookie: as });

test("G12 L03 nothing of a client's pages is kept by a browser, and no script of ours keeps it", async () => {
  for (const path of Object.values(pages)) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("cache-control")], path).toEqual([200, "no-store"]);
    expect(answer.text).not.toMatch(/serviceWorker|localStorage|caches\.open/);
    expect(answer.text, path).not.toContain("999991772");
  }
});

test("O-88 a fault leads to the start of the own environment, for clients and for those who work there", async () => {
  for (const as of [cookie, ""]) {
    const { status, text } = await get("/mijn/getij/is-er-niet", as);
    expect([status, text.includes('href="/mijn/getij"'), text.includes('href="/inloggen"')]).toEqual([
      404,
      true,
      false,
    ]);
  }
  const { accountId } = await aStaffMember("getij");
  const { status, text } = await get("/behandelaar/getij/is/er/niet", await cookieOf(accountId, "app"));
  expect([status, text.includes('href="/behandelaar/getij/accounts"'), text.includes('href="/"')]).toEqual([
    404,
    true,
    false,
  ]);
});

test("G-09 Z02 the same addresses are not there for another client, and as data for nobody", async () => {
  for (const path of [pages.appointment, pages.calendar, pages.part, pages.letter, pages.view]) {
    expect((await get(path!, stranger)).status, path).toBe(404);
    for (const as of [stranger, cookie]) {
      const data = await get(`${path}.data`, as);
      expect(data.status, path).toBe(404);
      expect(data.text, path).not.toMatch(/slapen|Hanneke|%PDF/);
    }
  }
  const taken = await openVisitor(server).post(
    `${pages.letter}/downloaden`,
    { about: strangerAbout },
    { cookie: stranger },
  );
  expect(taken.status).toBe(404);
});

test("G-07 G5 G9 a part shows its text, its words explained, the way to a correction and a file to view first", async () => {
  const part = (await get(pages.part!)).text;
  expect(part).toMatch(/Na de intake ging het beter/);
  expect(part).toContain("Het eerste gesprek: wat is er aan de hand");
  expect(part).toMatch(/\/mijn\/getij\/verzoeken\/nieuw\?onderdeel=/);
  expect(part).toMatch(/<title>Onderdeel van uw zorgdossier/);
  const letter = (await get(pages.letter!)).text;
  expect(letter.indexOf(">Bekijken<")).toBeGreaterThan(0);
  expect(letter.indexOf(">Downloaden<")).toBeGreaterThan(letter.indexOf(">Bekijken<"));
});

test("G-03 the menu has its five places on every page", async () => {
  for (const path of [pages.home!, pages.record!, pages.profile!]) {
    const { text } = await get(path);
    for (const place of ["/afspraken", "/zorgdossier", "/profiel", "/rondleiding"])
      expect(text).toContain(`href="/mijn/getij${place}"`);
    expect(text).toContain('action="/mijn/getij/uitloggen"');
  }
});

test("G-10 G6 every step of the tour is labelled as example, and nothing in it can be followed", async () => {
  for (const step of [1, 2, 3, 4, 5, 6]) {
    const { text } = await get(`${pages.tour}?stap=${step}`);
    const sample = /<section aria-label="Voorbeeld"[\s\S]*?<\/main>/.exec(text)?.[0] ?? "";
    expect(sample, String(step)).toContain("verzonnen gegevens");
    expect(sample).not.toMatch(/<a |<form/);
    expect(sample).not.toContain("Vermeer");
  }
});

test("U03 what was searched for stands in no log", async () => {
  await get("/mijn/getij/zorgdossier?zoek=geheimwoord");
  expect(JSON.stringify(await db.select().from(auditLog))).not.toContain("geheimwoord");
  expect(server.output()).not.toContain("geheimwoord");
});
