import { afterAll, beforeAll, expect, test } from "vitest";
import { askAboutPart } from "#app/clients/requests/ask.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { aboutOf } from "#app/platform/rights/reach.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { aCareRelation, aClient, aLink, anAppointment, aPart, aPerson } from "#tests/client-world.ts";
import { openVisitor, type Answer } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { appointments, people, recordLinks, recordParts } from "#db/schema/records.ts";
import { addresses } from "./addresses.ts";

/**
 * Every address of the client side with the ids of somebody else in it: of another client, and of a client of another
 * environment. The answer is that of an id that does not exist, and nothing has changed.
 */
const UNKNOWN = "01a20c91-0000-7000-8000-000000000000";
type Owned = { appointment: string; part: string; document: string; request: string };
type Who = { cookie: string; environment: string; ids: Owned; secret: string; about: string };
let server: RunningServer;
let me: Who;
let others: Record<"another client" | "another environment", Who>;
/** Somebody of the practice, where more can be asked, and the others as seen from there. */
let patient: Who;
let othersThere: Record<string, Who>;

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

async function somebody(environmentId: string, name: string, bsn: string): Promise<Who> {
  const person = await aPerson({ environmentId, firstName: name, lastName: `Canarie${name}`, bsn });
  const { cookie, actor } = await aClient(person, { level: 25 });
  const secret = `geheim-van-${name}`;
  const appointment = await anAppointment(person, { content: { kind: secret } });
  const part = await aPart(person, { content: { title: secret, text: secret } });
  const document = await aPart(person, { content: { title: secret, text: null }, bytes: PDF });
  await aLink(person);
  await aCareRelation(person, "BEH-001");
  const wish = { partId: part.id, kind: "correction" as const, passage: "", wish: secret };
  const request = await askAboutPart(actor, environmentOf(environmentId), wish);
  const ids = { appointment: appointment.id, part: part.id, document: document.id, request };
  return { cookie, environment: environmentId, ids, secret, about: aboutOf(actor) };
}

beforeAll(async () => {
  server = await startServer();
  process.env.DATA_DIR = server.dataDir;
  reloadConfig();
  me = await somebody("getij", "Roos", "999991772");
  others = {
    "another client": await somebody("getij", "Sem", "900029365"),
    "another environment": await somebody("delinde", "Willem", "999992351"),
  };
  patient = others["another environment"];
  othersThere = { "another client": await somebody("delinde", "Anna", "900095192"), "another environment": me };
});
afterAll(async () => {
  await closeDatabase();
  await server.remove();
});

/** Addresses of the client side that carry an id, with the kind of id. */
const KINDS: Record<string, keyof Owned> = { appointment: "appointment", part: "part", request: "request" };
const clientSide = () => addresses().filter(({ pattern }) => /^\/mijn\/:environment\/.*:(?!token)/.test(pattern));
const patterns = () => clientSide().filter(({ pattern }) => !pattern.includes(":relation"));
const forAnother = () => clientSide().filter(({ pattern }) => pattern.includes(":relation"));

function filled(pattern: string, ids: Owned | string, environment = "getij"): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    if (name === "environment") return environment;
    if (typeof ids === "string") return ids;
    return /bekijken|downloaden|waarschuwing/.test(pattern) ? ids.document : ids[KINDS[name]!];
  });
}

const same = (answer: Answer) => ({
  status: answer.status,
  location: answer.location?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ""),
  type: answer.headers.get("content-type"),
  // The number of a request and the id itself differ.
  text: answer.text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"/g, ""),
});

const rows = async () =>
  JSON.stringify([
    await db.select().from(people),
    await db.select().from(appointments),
    await db.select().from(recordParts),
    await db.select().from(recordLinks),
    await db.select().from(clientRequests),
  ]);

test("Z02: every address of a client that carries an id is in this matrix", () => {
  const unknown = patterns().flatMap(({ pattern }) =>
    [...pattern.matchAll(/:(\w+)/g)]
      .map((match) => match[1]!)
      .filter((name) => name !== "environment" && !(name in KINDS)),
  );
  expect(unknown).toEqual([]);
  expect(patterns().length).toBeGreaterThan(5);
});

test("G-09: the client's own ids open", async () => {
  for (const { pattern, loader } of patterns().filter((one) => one.loader)) {
    // Asking to move an appointment is a switch, off for the institution.
    const who = pattern.endsWith("/wijzigen") ? patient : me;
    const answer = await openVisitor(server).get(filled(pattern, who.ids, who.environment), { cookie: who.cookie });
    expect([200, 302, 303], `${pattern} ${String(loader)}`).toContain(answer.status);
  }
});

/** Acts that some page of the client side offers, with what its form would carry, and one that none does. */
const FORMS: Record<string, string>[] = [
  { act: "x" },
  { act: "send", kind: "cancel", text: "" },
  { act: "send", kind: "move", text: "dinsdag" },
  { act: "withdraw", change: UNKNOWN },
];

test("Z02 H11 G-09: ids of another client or environment answer as ids that do not exist, page and act", async () => {
  const before = await rows();
  const faults: string[] = [];
  for (const [asker, foreign] of [[me, others] as const, [patient, othersThere] as const]) {
    const { cookie, environment, about } = asker;
    for (const { pattern, loader, action } of patterns()) {
      const nobody = filled(pattern, UNKNOWN, environment);
      const asks: [string, (path: string) => Promise<Answer>][] = [];
      if (loader) asks.push(["GET", (path) => openVisitor(server).get(path, { cookie })]);
      if (action)
        for (const form of FORMS)
          asks.push(["POST", (path) => openVisitor(server).post(path, { ...form, about }, { cookie })]);
      for (const [how, ask] of asks) {
        const none = await ask(nobody);
        for (const [whose, who] of Object.entries(foreign)) {
          const found = await ask(filled(pattern, who.ids, environment));
          if (JSON.stringify(same(found)) !== JSON.stringify(same(none)))
            faults.push(`${how} ${pattern} of ${whose}: ${found.status}, unknown ${none.status}`);
          if (found.text.includes(who.secret)) faults.push(`${how} ${pattern} of ${whose}: shows it`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
  expect(await rows()).toBe(before);
});

test("O-70 Z02: nobody acts for another yet: every address with a relation answers as if it were not there, whatever it names", async () => {
  expect(forAnother().length).toBeGreaterThan(15);
  const before = await rows();
  const theirs = Object.values(others).flatMap(({ ids, about }) => [about, ids.request]);
  for (const { pattern, loader, action } of forAnother())
    for (const relation of [UNKNOWN, me.about, ...theirs]) {
      const path = filled(pattern.replace(":relation", relation), me.ids);
      const { cookie, about } = me;
      if (loader) expect((await openVisitor(server).get(path, { cookie })).status, path).toBe(404);
      if (action)
        expect((await openVisitor(server).post(path, { act: "send", about }, { cookie })).status, path).toBe(404);
    }
  expect(await rows()).toBe(before);
});

test("H11 P-07: listings, searches and filters of one client never hold what is of another or of another environment", async () => {
  const lists = [
    "/mijn/getij",
    "/mijn/getij/afspraken",
    "/mijn/getij/zorgdossier",
    "/mijn/getij/zorgdossier?zoek=geheim",
    "/mijn/getij/zorgdossier?zoek=",
    "/mijn/getij/profiel",
    "/mijn/getij/inzage",
    "/mijn/getij/verzoeken",
    "/mijn/getij/veiligheid",
  ];
  for (const list of lists) {
    const { text, status } = await openVisitor(server).get(list, { cookie: me.cookie });
    expect([200, 404], list).toContain(status);
    for (const { secret } of Object.values({ ...others, ...othersThere }).filter((who) => who !== me))
      expect(text, list).not.toContain(secret);
    expect(text, list).not.toMatch(/Canarie(Sem|Willem|Anna)/);
  }
});

test("H11 D03: the session of one environment opens nothing of another, under either name of the cookie", async () => {
  const there = others["another environment"];
  const moved = me.cookie.replace("client-getij", "client-delinde");
  for (const cookie of [me.cookie, moved]) {
    for (const { pattern } of patterns().filter(({ loader }) => loader)) {
      const answer = await openVisitor(server).get(filled(pattern, there.ids, "delinde"), { cookie });
      expect(answer.location, pattern).toMatch(/^\/mijn\/delinde\/inloggen/);
    }
  }
});
