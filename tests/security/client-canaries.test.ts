import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { throughDigid } from "#tests/digid-visitor.ts";
import { openVisitor, type Answer, type Visitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { aLink } from "#tests/client-world.ts";
import { people } from "#db/schema/records.ts";
import { eq } from "drizzle-orm";

const BSN = "999991772";
const TERMS = String(environmentOf("getij").terms.version);
const WILLEM = "999992351";
const WISH = "kanarie-wens-7f3a";
const DRAFT = "kanarie-concept-2b9c";
const REASON = "kanarie-verzet-91de";
const NEW_PHONE = "06 10000977";
/** What stands in the record of the invented client, and may be nowhere else than on her own screen. */
const CANARIES = [
  BSN,
  "06 10000031",
  "lichte klachten",
  "weer drie keer per week wandelt",
  "Wandelen, mijn zus bellen",
  WISH,
  DRAFT,
  WILLEM,
  REASON,
  NEW_PHONE,
];

let server: RunningServer;
let visitor: Visitor;
const seen: { asked: string; answer: Answer }[] = [];
const secrets: string[] = [];

async function see(asked: string): Promise<Answer> {
  const answer = await visitor.get(asked);
  seen.push({ asked, answer });
  return answer;
}

beforeAll(async () => {
  server = await startServer({ world: "demo", digid: true });
  process.env.DATA_DIR = server.dataDir;
  reloadConfig();
  const [fatima] = await db.select().from(people).where(eq(people.externalId, "C-1001"));
  await aLink(fatima!);
  visitor = openVisitor(server);
  const back = await throughDigid(visitor, server, "getij", { person: BSN });
  seen.push({ asked: "/mijn/getij/digid/terug", answer: back });
  secrets.push(visitor.cookies.get("__Host-client-getij") ?? "no session");
  await visitor.post("/mijn/getij/voorwaarden", { version: TERMS, answer: "accept" });
  await see("/mijn/getij");
  await see("/mijn/getij/afspraken");
  const record = await see("/mijn/getij/zorgdossier");
  const parts = [
    ...new Set([...record.text.matchAll(/\/mijn\/getij\/zorgdossier\/[0-9a-f-]{36}/g)].map(([one]) => one)),
  ];
  const about = aboutIn((await see(`${parts[0]!}/waarschuwing`)).text);
  for (const part of parts) {
    const { text } = await see(part);
    if (text.includes(`${part}/bekijken`)) await see(`${part}/bekijken`);
    await visitor.post(`${part}/downloaden`, { about });
  }
  await see("/mijn/getij/zorgdossier?zoek=kanarie-wens-7f3a");
  await see("/mijn/getij/profiel");
  const wish = { kind: "correction", typed: "", wish: WISH };
  const part = parts[0]!.split("/").at(-1)!;
  const kept = await visitor.post(`/mijn/getij/concept?plaats=request:${part}`, { wish: DRAFT, about });
  expect(kept.status).toBe(204);
  expect((await see(`/mijn/getij/verzoeken/nieuw?onderdeel=${part}`)).text).toContain(DRAFT);
  await visitor.post(`/mijn/getij/verzoeken/nieuw?onderdeel=${part}`, { ...wish, about, act: "send" });
  await see("/mijn/getij/verzoeken");
  await see("/mijn/getij/inzage?eigen=1");
  await see("/mijn/getij/veiligheid");
  await visitor.post("/mijn/getij/uitloggen", {});
  await asksForChanges();
});

/** Whom the forms of a page are about. */
const aboutIn = (page: string) => /name="about" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** A patient of the practice, where a move can be asked for and contact data be given. */
async function asksForChanges(): Promise<void> {
  visitor = openVisitor(server);
  await throughDigid(visitor, server, "delinde", { person: WILLEM });
  await visitor.post("/mijn/delinde/voorwaarden", { version: TERMS, answer: "accept" });
  const list = await see("/mijn/delinde/afspraken");
  const appointment = /\/mijn\/delinde\/afspraken\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? "none";
  const about = aboutIn((await see(`${appointment}/wijzigen`)).text);
  await visitor.post(`${appointment}/wijzigen`, { about, kind: "move", text: REASON, act: "send" });
  await see(`${appointment}/wijzigen`);
  await visitor.post("/mijn/delinde/profiel/wijzigen", {
    ...{ street: "", postcode: "", town: "", email: "" },
    ...{ about, phone: NEW_PHONE, act: "send" },
  });
  await see("/mijn/delinde/profiel/wijzigen");
}
afterAll(async () => {
  await closeDatabase();
  await server.remove();
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name));
}

test("C01: the pages did show it, so the canaries can be found where they are", () => {
  const shown = seen.map(({ answer }) => answer.text).join("\n");
  for (const canary of [...CANARIES.slice(1, 5), DRAFT, REASON, NEW_PHONE]) expect(shown, canary).toContain(canary);
  for (const bsn of [BSN, WILLEM]) expect(shown).not.toContain(bsn);
});

test("C01: nothing of it stands in a file of the data folder: database, write-ahead log, documents", () => {
  const files = filesOf(server.dataDir).filter((file) => !file.includes(`${path.sep}digid${path.sep}`));
  expect(files.some((file) => file.endsWith("-wal"))).toBe(true);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const canary of [...CANARIES, ...secrets])
      expect(bytes.includes(canary), `${path.basename(file)}: ${canary}`).toBe(false);
  }
});

test("U04 L03: nothing of it stands in the process log, and no secret in an address", () => {
  const output = server.output();
  expect(output).toContain("/mijn/");
  for (const canary of [...CANARIES, ...secrets, "SAMLart", "RelayState"])
    expect(output.includes(canary), canary).toBe(false);
  for (const { answer } of seen) expect(answer.location ?? "").not.toMatch(/SAMLart|\d{9}/);
});

test("L03 H03: every page with something of a client is kept by nobody, and DigiD's way back leaves no address behind", () => {
  for (const { asked, answer } of seen) expect(answer.headers.get("cache-control"), asked).toContain("no-store");
  const [back] = seen;
  expect(back!.answer.status).toBe(303);
  expect(back!.answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(back!.answer.location).toMatch(/^\/mijn\/getij/);
});

test("C01: mails say nothing of it, not even the name of the institution", async () => {
  const mails = (await (await fetch(`${server.url}/dev/inbox.json`)).json()) as {
    to: string;
    subject: string;
    text: string;
    html: string;
  }[];
  for (const mail of mails) {
    const whole = `${mail.subject} ${mail.text} ${mail.html}`;
    for (const canary of CANARIES) expect(whole.includes(canary), `${mail.to}: ${canary}`).toBe(false);
  }
});

test("G-09: a stranger gets none of the pages that were shown", async () => {
  for (const { asked, answer } of seen.filter(
    (one) => one.answer.status === 200 && one.asked !== "/mijn/getij/voorwaarden",
  )) {
    const again = await openVisitor(server).get(asked);
    expect(again.status, asked).not.toBe(200);
    expect(again.text).not.toBe(answer.text);
  }
});
