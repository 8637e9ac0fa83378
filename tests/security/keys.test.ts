import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { eq } from "drizzle-orm";
import { aClient, aPerson } from "#tests/client-world.ts";
import { openDoor } from "#tests/door.ts";
import { openVisitor } from "#tests/http.ts";
import { aStaffMember } from "#tests/mailed-world.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { addresses } from "./addresses.ts";

/** Words that every object answers to, also one without a single key of its own. */
const HOSTILE = ["constructor", "__proto__", "toString", "hasOwnProperty"];
let server: RunningServer;
const cookies: Record<string, string> = { stranger: "" };

beforeAll(async () => {
  server = await startServer({ world: "demo" });
  const door = await openDoor(server);
  const people = {
    practitioner: { email: "anna@delinde.example", mobile: "+31610000011" },
    agent: { email: "bram@zorgspiegel.example", mobile: "+31610000001" },
    manager: { email: "dirk@zorgspiegel.example", mobile: "+31610000003" },
  };
  for (const [name, who] of Object.entries(people)) {
    const visitor = openVisitor(server);
    await door.signIn(visitor, who);
    cookies[name] = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  }
  process.env.DATA_DIR = server.dataDir;
  reloadConfig();
  const person = await aPerson({ environmentId: "delinde", externalId: "sleutels", bsn: "999991772" });
  cookies.client = (await aClient(person, { level: 25 })).cookie;
  const { accountId } = await aStaffMember("delinde");
  const facts = { requestId: "", address: "192.0.2.1", client: "test" };
  const token = await transaction(async (tx) => {
    await tx.update(accounts).set({ acceptedTerms: terms().version }).where(eq(accounts.id, accountId));
    return startSession(tx, accountDoor, { ownerId: accountId, way: "sms", facts });
  });
  cookies.staff = `__Host-session=${token}`;
});
afterAll(async () => {
  await closeDatabase();
  await server.remove();
});

/** Names that pages read from an address, as they stand in the sources. */
function names(): string[] {
  const found = globSync("app/**/*.{ts,tsx}").flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/(?:searchParams|query)\.(?:get|getAll|has)\("([^"]+)"/g),
  ]);
  return [...new Set(found.map(([, name]) => name ?? ""))];
}

test("M-95: no word in an address makes a page fail, whoever asks", { timeout: 120_000 }, async () => {
  const known = names();
  expect(known).toEqual(expect.arrayContaining(["gedaan", "uitkomst", "zoek", "kwartaal"]));
  const pages = addresses().filter(({ loader }) => loader);
  expect(pages.length).toBeGreaterThan(60);
  const faults: string[] = [];
  let shown = 0;
  for (const word of HOSTILE) {
    const query = new URLSearchParams(known.map((name) => [name, word])).toString();
    for (const [who, cookie] of Object.entries(cookies))
      for (const page of pages) {
        const { status } = await openVisitor(server).get(`${page.path}?${query}`, cookie ? { cookie } : {});
        if (status === 200) shown++;
        if (status >= 500) faults.push(`${who} ${page.pattern} ${word}: ${status}`);
      }
  }
  expect(faults).toEqual([]);
  // Most of what each may open was really opened.
  expect(shown / HOSTILE.length).toBeGreaterThan(100);
});
