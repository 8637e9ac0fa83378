import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { eq, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { askAboutAppointment } from "#app/clients/requests/ask.server.ts";
import { aboutOf } from "#app/platform/rights/reach.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { environmentOf, terms } from "#app/platform/settings/in-force.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import * as doorTables from "#db/schema/doors.ts";
import { accounts } from "#db/schema/doors.ts";
import * as accountTables from "#db/schema/accounts.ts";
import * as joining from "#db/schema/joining.ts";
import * as practiceTables from "#db/schema/practices.ts";
import * as records from "#db/schema/records.ts";
import * as reports from "#db/schema/reports.ts";
import * as requests from "#db/schema/requests.ts";
import * as messages from "#db/schema/messages.ts";
import { aClient, anAppointment, aPerson } from "./client-world.ts";
import { aClinician } from "./clinic-world.ts";
import { freshDatabase } from "./database.ts";
import { doors } from "./doors.ts";
import { anAccount } from "./factories.ts";
import { aStaffMember } from "./mailed-world.ts";
import { aRequest, openGood, send } from "./signing-world.ts";
import { aReader, anEmployee, cookieOf } from "./report-world.ts";

/**
 * A form with several buttons says which one was pressed. Whoever asks, a button that no page has is refused with 400: it
 * never does what another button does. Walked over every address, as everybody who can be signed in.
 */
const files = [...new Set((routes as { file: string }[]).map(({ file }) => path.join("app", file)))];
const everything = Object.values({
  ...{ ...doorTables, ...accountTables, ...joining, ...practiceTables },
  ...{ ...records, ...reports, ...requests, ...messages },
}).filter((one) => is(one, SQLiteTable));
/** What every request of somebody signed in moves by itself. */
const ALIVE = new Set(["door_sessions"]);

/** The source of a page with what it takes from its own wing, one step far: there its action is written. */
function sourcesOf(file: string): string {
  const source = readFileSync(file, "utf8");
  const near = [...source.matchAll(/from "(\.[^"]+|#app\/[^"]+)"/g)]
    .map(([, name = ""]) => (name.startsWith("#app/") ? name.slice(1) : path.join(path.dirname(file), name)))
    .filter((name) => !name.startsWith("app/shared/") && !name.startsWith("app/ui/"));
  return [source, ...near.map((name) => readFileSync(name, "utf8"))].join("\n");
}
const hasAction = (file: string) => /export (?:async )?function action\b/.test(readFileSync(file, "utf8"));
const acting = files.filter((file) => hasAction(file) && /readAct\(/.test(sourcesOf(file)));

/** Whom forms of the client are about. */
let about = "";
let people: { cookie: string; environment: string }[];
const params: Record<string, string> = { indicator: "DM-101" };

beforeAll(async () => {
  await freshDatabase();
  const reader = await aReader();
  const employee = await anEmployee(reader, "all", true);
  const signedIn = async (accountId: string, environment = "getij") => {
    await transaction(async (tx) => {
      await tx.update(accounts).set({ acceptedTerms: terms().version }).where(eq(accounts.id, accountId));
    });
    return { cookie: await cookieOf(accountId, "app"), environment };
  };
  const operator = async (operatorRole: "agent" | "supervisor" | "data_manager") =>
    signedIn((await anAccount({ operatorRole })).id);
  const person = await aPerson({ environmentId: "delinde" });
  const { actor, cookie } = await aClient(person);
  about = aboutOf(actor);
  const startsAt = new Date("2026-11-27T13:00:00Z");
  const appointment = await anAppointment(person, { startsAt, content: { withWhom: "Noor Waterman" } });
  const wish = { kind: "cancel" as const, text: "" };
  params.id = await askAboutAppointment(actor, environmentOf("delinde"), appointment.id, wish);
  params.appointment = appointment.id;
  const { token } = await send((await aRequest()).id);
  const opened = await openGood(token);
  const { documentHash } = opened.version;
  const signs = await startSigning(opened, { version: 1, documentHash, name: "Noor van den Berghe-Özdemir" });
  people = [
    { cookie: `__Host-signing=${token}; __Host-attempt=${signs}`, environment: "getij" },
    { cookie: reader.cookie, environment: "getij" },
    { cookie: employee.cookie, environment: "getij" },
    await operator("agent"),
    await operator("supervisor"),
    await operator("data_manager"),
    await signedIn((await aStaffMember("delinde")).accountId, "delinde"),
    await signedIn((await aClinician("BEH-001", "getij")).accountId, "getij"),
    { cookie, environment: "delinde" },
    ...(await halfWay()),
    { cookie: "", environment: "delinde" },
  ];
});

/** Who gave the password at the door of each owner, and not the code yet. */
const halfWay = () =>
  Promise.all(
    doors.map(async ({ door, person, password }) => {
      const answer = await password((await person()).email);
      if (!("token" in answer)) throw new Error("no half session");
      return { cookie: `__Host-${door.owner.cookies(door.place).attempt}=${answer.token}`, environment: door.place };
    }),
  );

/** One fingerprint a table. */
async function world(): Promise<Record<string, string>> {
  const rows = everything.filter((table) => !ALIVE.has(getTableName(table)));
  const prints = rows.map(async (table) => {
    const text = JSON.stringify(await db.select().from(table));
    return [getTableName(table), createHash("sha256").update(text).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(prints));
}

type Action = (given: { request: Request; params: object; context: object }) => Promise<unknown>;
const statusOf = (answer: unknown): number => {
  if (answer instanceof Response) return answer.status;
  const { status, init } = (answer ?? {}) as { status?: number; init?: { status?: number } };
  return status ?? init?.status ?? 200;
};

async function outcome(file: string, one: { cookie: string; environment: string }): Promise<number> {
  const { action } = (await import(/* @vite-ignore */ `../${file}`)) as { action: Action };
  const body = new FormData();
  for (const name of ["act", "intent", "answer", "einde", "taal", "weergave"]) body.set(name, "bestaat_niet");
  body.set("about", about);
  const headers = { cookie: one.cookie };
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  try {
    const all = { ...params, environment: one.environment, person: newId(), part: newId() };
    return statusOf(await action({ request, params: all, context: {} }));
  } catch (error) {
    return statusOf(error);
  }
}

/** Refused at the door: not signed in, not theirs, or not there. */
const OUTSIDE = new Set([302, 303, 401, 403, 404]);

describe("an act that no page has", () => {
  it("O-30: is refused with 400 by every action that has acts, whoever asks, and changes nothing", async () => {
    const faults: string[] = [];
    expect(acting.length).toBeGreaterThan(20);
    let before = await world();
    for (const file of acting) {
      const seen = new Set<number>();
      for (const one of people) seen.add(await outcome(file, one));
      if (!seen.has(400)) faults.push(`${file}: nobody is told that there is no such act (${[...seen].join(", ")})`);
      for (const status of seen) if (status !== 400 && !OUTSIDE.has(status)) faults.push(`${file}: ${status}`);
      const after = await world();
      for (const table of Object.keys(before))
        if (before[table] !== after[table]) faults.push(`${file} wrote ${table}`);
      before = after;
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it("O-30: no action looks at the name of a button by itself, and every page with such a button reads it", () => {
    const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && name !== path.join("shared", "acts.ts"))
      .map((name) => path.join("app", name));
    const byHand = sources.filter((file) =>
      /(?:textOf|listOf|wordsOf)\([^()]*,\s*"(?:act|intent)"|\.get\("(?:act|intent)"\)|\bact: z\./.test(
        readFileSync(file, "utf8"),
      ),
    );
    expect(byHand).toEqual([]);
    const silent = files.filter(
      (file) => hasAction(file) && /name="(?:act|intent)"/.test(sourcesOf(file)) && !acting.includes(file),
    );
    expect(silent).toEqual([]);
  });
});

describe("a change that a client asks for", () => {
  it("O-30: an unknown act declines nothing", async () => {
    const [staff] = people.filter(({ environment, cookie }) => environment === "delinde" && cookie.includes("session"));
    const form = new URLSearchParams({ act: "bestaat_niet", answer: "Dat kan helaas niet." });
    const { action } = (await import("#app/clients/requests/desk/practice-request.tsx")) as unknown as {
      action: Action;
    };
    const request = new Request("http://localhost/", {
      method: "POST",
      body: form,
      headers: { cookie: staff!.cookie },
    });
    const all = { environment: "delinde", id: params.id };
    await expect(action({ request, params: all, context: {} })).rejects.toMatchObject({ status: 400 });
    const [row] = await db.select().from(requests.clientRequests).where(eq(requests.clientRequests.id, params.id!));
    expect(row).toMatchObject({ state: "submitted", decidedAt: null });
  });
});
