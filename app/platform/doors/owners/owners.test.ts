import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { entrances, operator } from "#app/platform/settings/in-force.server.ts";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { networkOf } from "#app/shared/network.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors, lock, testedDoor, type TestedDoor } from "#tests/doors.ts";
import { PASSWORD, facts, later, mailsTo, practice } from "#tests/mailed-world.ts";
import { pretendDoor } from "#tests/pretend-owner.ts";
import { codeHash } from "../codes.server.ts";
import { tryLimit } from "../limits.server.ts";
import { endOwnSessions, removeOldSessions } from "../own-sessions.server.ts";
import { readSession } from "../read-session.server.ts";
import { endSessions, renewSession, startSession } from "../sessions.server.ts";

const every = [...doors, testedDoor(pretendDoor)];
const clock = { kind: "system", name: "test" } as const;
const MINUTE = 60;
const MOBILE = "+31612345678";
/** Minutes without a sign of life, and at most. */
const LENGTHS: Record<string, [number, number]> = { account: [30, 480], client_account: [15, 120], pretend: [5, 60] };

beforeEach(async () => {
  await freshDatabase();
});
afterEach(() => {
  vi.unstubAllEnvs();
  reloadConfig();
});

/** A request with this value in the cookie of the whole session at a door. */
const asked = ({ door }: TestedDoor, value: string) =>
  new Request("http://localhost/", {
    headers: { cookie: `__Host-${door.owner.cookies(door.place).session}=${value}` },
  });
const isIn = async (one: TestedDoor, value: string) => (await readSession(one.door, asked(one, value))) !== null;

async function half(one: TestedDoor, email: string): Promise<string> {
  later(61);
  const answer = await one.password(email);
  if (!("token" in answer)) throw new Error(answer.refused);
  return answer.token;
}
async function signIn(one: TestedDoor, email: string, device: string | null = null) {
  const answer = await one.code(await half(one, email), await one.lastCode(email), device);
  if (!("session" in answer)) throw new Error(answer.refused);
  return answer;
}
const rowOf = async (ownerId: string) =>
  (await db.select().from(doorSessions).where(eq(doorSessions.ownerId, ownerId))).at(-1)!;

describe.each(every)("O-11: the door of every owner: $name", (one) => {
  it("O-11: a half session is no session, and a whole one is one at its own door alone", async () => {
    const { email } = await one.person();
    expect(await isIn(one, await half(one, email))).toBe(false);
    const { session } = await signIn(one, email);
    expect(await isIn(one, session)).toBe(true);
    for (const other of every.filter(({ name }) => name !== one.name)) {
      await other.person().catch(() => undefined);
      expect(await isIn(other, session), `at the door of ${other.name}`).toBe(false);
    }
  });

  it("O-11: a session ends without a sign of life, and however busy, after what its entry says", async () => {
    const { email } = await one.person();
    const [idle, longest] = LENGTHS[one.name]!;
    const first = await signIn(one, email);
    later(idle * MINUTE - 1);
    expect(await isIn(one, first.session)).toBe(true);
    later(idle * MINUTE);
    expect(await isIn(one, first.session)).toBe(false);
    const busy = await signIn(one, email);
    const step = idle - 1;
    for (let minute = step; minute < longest; minute += step) {
      later(step * MINUTE);
      expect(await isIn(one, busy.session), `after ${minute} minutes`).toBe(true);
    }
    later(step * MINUTE);
    expect(await isIn(one, busy.session)).toBe(false);
  });

  it("O-11: ending sessions bites at the next request, ends what was half begun, and leaves one line", async () => {
    const { id, email } = await one.person();
    const { session } = await signIn(one, email);
    const begun = await half(one, email);
    const lines = () =>
      db.$count(auditLog, and(eq(auditLog.event, one.door.owner.events.sessionEnd), eq(auditLog.objectId, id)));
    const before = await lines();
    await transaction((tx) => endSessions(tx, clock, one.door, { id }, "test"));
    expect(await isIn(one, session)).toBe(false);
    await expect(one.half(begun)).rejects.toThrow("sign_in_again");
    expect(await lines()).toBe(before + 1);
  });

  it("O-11: its owner ends all others or one, and stays; a new secret makes the old one worthless", async () => {
    const { id, email } = await one.person();
    const [other, own] = [await signIn(one, email), await signIn(one, email)];
    const sessionId = (await rowOf(id)).id;
    const actor = { ...clock, accountId: id, sessionId };
    await endOwnSessions(actor, one.door, null);
    expect([await isIn(one, other.session), await isIn(one, own.session)]).toEqual([false, true]);
    const renewed = await transaction((tx) => renewSession(tx, sessionId));
    expect([await isIn(one, own.session), await isIn(one, renewed)]).toEqual([false, true]);
  });

  it("O-11: nobody starts a session who may not be in, whoever asks", async () => {
    const { id } = await one.person();
    const shut = { ...one.door, owner: { ...one.door.owner, standing: () => Promise.resolve("out" as const) } };
    const start = { ownerId: id, way: "mail" as const, facts };
    await expect(transaction((tx) => startSession(tx, shut, start))).rejects.toThrow("own_door_shut");
    const unknown = { ...start, ownerId: "nobody" };
    await expect(transaction((tx) => startSession(tx, one.door, unknown))).rejects.toThrow("own_door_shut");
  });

  it("O-11: whoever is paused loses every session for good", async () => {
    const { email } = await one.person();
    const { session } = await signIn(one, email);
    const paused = { ...one.door, owner: { ...one.door.owner, standing: () => Promise.resolve("paused" as const) } };
    expect(await readSession(paused, asked(one, session))).toBeNull();
    expect(await isIn(one, session)).toBe(false);
  });

  it("O-11: two hundred sign-ins a quarter of an hour from one network, right or wrong, and no more", async () => {
    const { email } = await one.person();
    const counted = [`${one.door.owner.prefix}sign_in_network`, networkOf(facts.address)];
    await transaction(async (tx) => {
      while ((await tryLimit(tx, counted, { max: 199, windowMs: 15 * 60_000 })) === null);
    });
    expect(await one.password(email, "niet het wachtwoord")).toEqual({ refused: "wrong" });
    await expect(one.password(email)).rejects.toThrow(Limited);
    expect(await one.password(email, PASSWORD, { address: "198.51.7.20" })).toHaveProperty("token");
  });

  it("O-11: twenty wrong codes are counted with the account, said in the log, and told once", async () => {
    const { id, email } = await one.person();
    for (let round = 0; round < 4; round++) {
      const token = await half(one, email);
      const wrong = (await one.lastCode(email)) === "000000" ? "000001" : "000000";
      for (let nth = 0; nth < 5; nth++) await one.code(token, wrong);
      expect((await one.half(await half(one, email))).account.codeFailures).toBe(5 * (round + 1));
    }
    const line = and(eq(auditLog.event, one.door.owner.events.codesOff), eq(auditLog.objectId, id));
    expect(await db.$count(auditLog, line)).toBe(1);
    expect((await mailsTo(email)).filter(({ subject }) => subject === "Inloggen met een code staat uit")).toHaveLength(
      1,
    );
  });

  it("O-74: its letters speak for whom its people know, give that telephone, and lead to that host", async () => {
    vi.stubEnv("ENVIRONMENT_HOSTS", `${practice.id}=mijn.waterland.example`);
    reloadConfig();
    const { email } = await one.person();
    await half(one, email);
    await one.askReset(email);
    await lock(one, email);
    const own = { name: operator().product, phone: operator().desk.phone, origin: config.publicUrl };
    const entrance = entrances().find(({ environments }) => environments.includes(practice.id))!;
    const its = { name: entrance.name, phone: practice.desk.phone!, origin: "http://mijn.waterland.example" };
    const [speaks, silent] = one.door.place === practice.id ? [its, own] : [own, its];
    const mails = await mailsTo(email);
    const texts = [...mails, ...(one.name === "account" ? await mailsTo(MOBILE) : [])].map(({ text }) => text);
    expect(texts.some((text) => text.includes("/w/")) && texts.some((text) => text.includes("/ontgrendelen/"))).toBe(
      true,
    );
    for (const text of texts) {
      expect(text).toContain(speaks.phone);
      expect(text).not.toContain(silent.phone);
      for (const [origin] of text.matchAll(/https?:\/\/[^/\s]+/g)) expect(origin).toBe(speaks.origin);
    }
    for (const { html } of mails) expect(html).toContain(`>${speaks.name}</p>`);
  });

  it("O-12: a session is removed thirty days after its end, and one that runs stays", async () => {
    const { id, email } = await one.person();
    await signIn(one, email);
    later(31 * 86_400);
    const { session } = await signIn(one, email);
    await removeOldSessions();
    expect(await db.$count(doorSessions, eq(doorSessions.ownerId, id))).toBe(1);
    expect(await isIn(one, session)).toBe(true);
  });
});

describe("O-11: an owner is an entry", () => {
  it("O-11: prefixes, kinds and session cookies of owners differ, so that nothing of one fits another", () => {
    for (const of of [
      ({ door }: TestedDoor) => door.owner.kind,
      ({ door }: TestedDoor) => door.owner.prefix,
      ({ door }: TestedDoor) => door.owner.cookies(door.place).session,
      ({ door }: TestedDoor) => door.owner.cookies(door.place).attempt,
    ])
      expect(new Set(every.map(of)).size).toBe(every.length);
  });

  it("O-11: a browser is known by a full sign-in where the entry says so, and not where its owner says which is the own one", async () => {
    const known = await Promise.all(
      every.map(async (one) => [one.name, (await signIn(one, (await one.person()).email)).device !== null]),
    );
    expect(Object.fromEntries(known)).toEqual({ account: true, client_account: false, pretend: true });
  });

  it("O-11: of a code only a keyed hash is kept, bound to its attempt", () => {
    expect(codeHash("a", "123456")).not.toBe(codeHash("b", "123456"));
    expect(codeHash("a", "123456")).not.toContain("123456");
  });
});
