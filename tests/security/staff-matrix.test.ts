import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAboutPart } from "#app/clients/requests/ask.server.ts";
import { environmentOf, terms } from "#app/platform/settings/in-force.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, db, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { accounts } from "#db/schema/doors.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { partBlocks, partHolds, partRemarks, recordLinks } from "#db/schema/records.ts";
import { aCareRelation, aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { openVisitor, type Answer } from "#tests/http.ts";
import { aStaffMember, signedUp } from "#tests/mailed-world.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses } from "./addresses.ts";

/**
 * Every address of those who work for an environment, with ids of people whom they do not treat, of another environment,
 * or of the other role. The answer is that of an id that does not exist, or of a door, and nothing has changed.
 */
const UNKNOWN = "01a20c91-0000-7000-8000-000000000000";
type Ids = { person: string; part: string; id: string; account?: string };
let server: RunningServer;
let own: Ids & { account: string };
let others: Record<string, Ids>;
let signUp: string;
const cookies: Record<string, string> = {};

async function client(environmentId: string, name: string, bsn: string, clinicianCode: string, endsOn?: string) {
  const person = await aPerson({ environmentId, firstName: name, lastName: `Canarie${name}`, bsn });
  const { actor, account } = await aClient(person, { level: 25 });
  const secret = `geheim-van-${name}`;
  const part = await aPart(person, { content: { title: secret, text: secret } });
  await aLink(person);
  await aCareRelation(person, clinicianCode, endsOn);
  const wish = { partId: part.id, kind: "correction" as const, passage: "", wish: secret };
  const id = await askAboutPart(actor, environmentOf(environmentId), wish);
  return { person: person.id, part: part.id, id, account: account.id };
}

async function signedIn(actor: StaffActor, factorKind: "app" | "sms" = "app"): Promise<string> {
  const { accountId } = actor;
  const facts = { requestId: "", address: "192.0.2.1", client: "test" };
  const token = await transaction(async (tx) => {
    await tx.update(accounts).set({ acceptedTerms: terms().version }).where(eq(accounts.id, accountId));
    return startSession(tx, accountDoor, { ownerId: accountId, way: factorKind, facts });
  });
  return `__Host-session=${token}`;
}

beforeAll(async () => {
  server = await startServer();
  process.env.DATA_DIR = server.dataDir;
  reloadConfig();
  const karin = await aClinician("BEH-001", "getij");
  cookies.clinician = await signedIn(karin);
  cookies["clinician without app code"] = await signedIn(karin, "sms");
  cookies.staff = await signedIn(await aStaffMember("delinde"));
  signUp = (await signedUp()).id;
  own = await client("getij", "Roos", "999991772", "BEH-001");
  others = {
    "a client of a colleague": await client("getij", "Sem", "900029365", "BEH-002"),
    "a client who left": await client("getij", "Tom", "900095271", "BEH-001", "2026-06-30"),
    "another environment": await client("delinde", "Willem", "999992351", "BEH-001"),
  };
});
afterAll(async () => {
  await closeDatabase();
  await server.remove();
});

/** What is for staff; the rest is for clinicians. */
const STAFF = /aanmeldingen|accounts|wijzigingen/;
const patterns = () => addresses().filter(({ pattern }) => pattern.startsWith("/behandelaar/"));
const filled = (pattern: string, ids: Ids, environment: string) =>
  pattern.replace(/:(\w+)/g, (_, name: string) =>
    name === "environment" ? environment : (ids[name as keyof Ids] ?? UNKNOWN),
  );
const nobody: Ids = { person: UNKNOWN, part: UNKNOWN, id: UNKNOWN };
/** Every act that a form of these pages offers, and one that none does. */
const ACTS = [
  "",
  "note",
  "block",
  "lift",
  "take_up",
  "extend",
  "grant",
  "refuse",
  "accept",
  "age",
  "undo",
  "reopen",
  "hold",
  "release",
  "longer",
  "longer_confirm",
  "x",
];
const form = (act: string) => ({
  act,
  note: "geknoeid",
  reason: act === "refuse" ? "unknown" : "geknoeid",
  answer: "geknoeid",
  after: "close",
  seen: "yes",
  why: "mistake",
  days: "7",
  holdReason: "geknoeid",
  second: UNKNOWN,
  person: others["another environment"]!.person,
});

const rows = async () =>
  JSON.stringify([
    await db.select().from(recordLinks),
    await db.select().from(partRemarks),
    await db.select().from(partBlocks),
    await db.select().from(partHolds),
    await db.select().from(clientRequests),
    (await db.select().from(clientAccounts)).map(({ id, state, personId }) => [id, state, personId]),
  ]);

const same = (answer: Answer) =>
  JSON.stringify([
    answer.status,
    answer.location?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ""),
    answer.text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"/g, ""),
  ]);

/** Asks an address in every way it can be asked. */
async function ask(cookie: string, path: string, { loader, action }: { loader: boolean; action: boolean }) {
  const answers: Answer[] = [];
  if (loader) answers.push(await openVisitor(server).get(path, { cookie }));
  if (action) for (const act of ACTS) answers.push(await openVisitor(server).post(path, form(act), { cookie }));
  return answers;
}

test("Z02: every address of a clinician or of staff that carries an id is in this matrix", async () => {
  const names = patterns().flatMap(({ pattern }) => [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]));
  expect(new Set(names)).toEqual(new Set(["environment", "person", "part", "id"]));
  const cookie = cookies.clinician!;
  const opened = patterns().filter(({ pattern, loader }) => loader && !STAFF.test(pattern));
  expect(opened.length).toBeGreaterThan(4);
  for (const { pattern } of opened) {
    const { status } = await openVisitor(server).get(filled(pattern, own, "getij"), { cookie });
    // A record that is linked already has no page to link it: that one leads back.
    expect(pattern.endsWith("/koppelen") ? [200, 302, 303] : [200], pattern).toContain(status);
  }
});

test("Z02 H11 G-08: who is not treated by the clinician, or no longer, or elsewhere, answers as nobody, page and act", async () => {
  const before = await rows();
  const faults: string[] = [];
  for (const one of patterns().filter(({ pattern }) => /:(person|id)/.test(pattern))) {
    const none = (await ask(cookies.clinician!, filled(one.pattern, nobody, "getij"), one)).map(same);
    for (const [whose, ids] of Object.entries(others)) {
      const found = await ask(cookies.clinician!, filled(one.pattern, ids, "getij"), one);
      if (found.some((answer, at) => same(answer) !== none[at])) faults.push(`${one.pattern}: ${whose} differs`);
      if (found.some(({ text }) => /geheim-van|Canarie/.test(text))) faults.push(`${one.pattern}: ${whose} shown`);
    }
    // The part of somebody else under the name of the own client.
    const mixed = { ...own, part: others["a client of a colleague"]!.part };
    if (!one.pattern.includes(":part")) continue;
    const found = await ask(cookies.clinician!, filled(one.pattern, mixed, "getij"), one);
    const unknown = await ask(cookies.clinician!, filled(one.pattern, { ...own, part: UNKNOWN }, "getij"), one);
    if (found.some((answer, at) => same(answer) !== same(unknown[at]!))) faults.push(`${one.pattern}: mixed differs`);
    if (found.some(({ text }) => text.includes("geheim-van-Sem"))) faults.push(`${one.pattern}: mixed shown`);
  }
  expect(faults).toEqual([]);
  expect(await rows()).toBe(before);
});

test("Z02 H11: whoever works elsewhere, in the other role, without an app code, or is not signed in opens nothing", async () => {
  const before = await rows();
  const faults: string[] = [];
  const askers: [string, string, string][] = [
    ["clinician", cookies.clinician!, "delinde"],
    ["clinician without app code", cookies["clinician without app code"]!, "getij"],
    ["staff", cookies.staff!, "getij"],
    ["nobody", "", "getij"],
    ["a client", "__Host-client-getij=x", "getij"],
  ];
  for (const one of patterns()) {
    const staffOnly = STAFF.test(one.pattern);
    const ids = (environment: string) =>
      staffOnly ? { ...nobody, id: signUp } : environment === "getij" ? own : others["another environment"]!;
    const more: typeof askers = [
      ["staff at the clinician's", cookies.staff!, "delinde"],
      ["clinician at the staff's", cookies.clinician!, "getij"],
    ];
    for (const [who, cookie, environment] of [...askers, more[staffOnly ? 1 : 0]!]) {
      for (const answer of await ask(cookie, filled(one.pattern, ids(environment), environment), one)) {
        const shut =
          answer.status === 403 || /^\/(inloggen|account\/app)/.test(answer.location ?? "") || isRedirectData(answer);
        if (!shut || /geheim-van|Canarie|Vermeer/.test(answer.text))
          faults.push(`${one.pattern} by ${who} in ${environment}: ${answer.status} ${answer.location ?? ""}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(await rows()).toBe(before);
});

test("H11 U-09: staff of a practice neither sees nor decides a sign-up or account by the id of what is none", async () => {
  const before = await rows();
  const pattern = "/behandelaar/:environment/aanmeldingen/:id";
  const both = { loader: true, action: true };
  for (const each of [pattern, "/behandelaar/:environment/accounts/:id"]) {
    const none = (await ask(cookies.staff!, filled(each, nobody, "delinde"), both)).map(same);
    for (const ids of [own, ...Object.values(others)]) {
      for (const id of [ids.person, ids.part, ids.id, own.account]) {
        const found = await ask(cookies.staff!, filled(each, { ...ids, id }, "delinde"), both);
        expect(found.map(same)).toEqual(none);
      }
    }
  }
  // Accepted as a person of another environment.
  const fields = { act: "accept", person: own.person };
  const path = filled(pattern, { ...nobody, id: signUp }, "delinde");
  const { status } = await openVisitor(server).post(path, fields, { cookie: cookies.staff! });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(await rows()).toBe(before);
});

/** What Remix answers to its own script where a page would lead elsewhere. */
const isRedirectData = ({ status, text }: Answer) => status === 202 && /inloggen|account\/app/.test(text);
