import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { limits } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors, lock, testedDoor, unlockLinks, type TestedDoor } from "#tests/doors.ts";
import { pretendDoor } from "#tests/pretend-owner.ts";
import { PASSWORD, facts, lastMail, later, mailsTo, tokenIn } from "#tests/mailed-world.ts";

const NEXT = "zeven groene stoelen";
const QUARTER = 900;
const clock = { kind: "system", name: "test" } as const;
const wrongFor = (right: string) => (right === "000000" ? "000001" : "000000");
const home = (nth: number) => `198.51.${nth}.20`;

beforeEach(async () => {
  await freshDatabase();
});

describe.each([...doors, testedDoor(pretendDoor)])("the door of $name", (door) => {
  const half = async (email: string, given = PASSWORD) => {
    const answer = await door.password(email, given);
    if (!("token" in answer)) throw new Error(answer.refused);
    return answer.token;
  };
  const resetLink = async (email: string) => {
    await door.askReset(email);
    return tokenIn((await lastMail(email)).text);
  };
  it("M-52: a half session begun with the old password, and its code on the way, end with a reset", async () => {
    const { email } = await door.person();
    const old = await half(email);
    const right = await door.lastCode(email);
    await door.reset(await resetLink(email), NEXT);
    await expect(door.half(old)).rejects.toThrow(Conflict);
    await expect(door.resend(old)).rejects.toThrow(Conflict);
    await expect(door.code(old, right)).rejects.toThrow(Conflict);
    const fresh = await half(email, NEXT);
    expect(await door.code(fresh, await door.lastCode(email))).toHaveProperty("session");
  });

  it("M-52: it ends with whatever ends the sessions, in the same moment, and a code that is being judged loses", async () => {
    const { id, email } = await door.person();
    const end = () => transaction((tx) => endSessions(tx, clock, door.door, { id }, "rights_changed"));
    const old = await half(email);
    await end();
    await expect(door.half(old)).rejects.toThrow(Conflict);
    later(61);
    const token = await half(email);
    const [answer] = await Promise.allSettled([door.code(token, await door.lastCode(email)), end()]);
    if (answer.status === "fulfilled") expect(answer.value).not.toHaveProperty("session");
  });

  it("M-52: a password that was judged before a reset and accepted after it opens nothing, nor comes back", async () => {
    const { email } = await door.person();
    const link = await resetLink(email);
    const [slow] = await Promise.all([door.password(email), door.reset(link, NEXT)]);
    if ("token" in slow) await expect(door.half(slow.token)).rejects.toThrow(Conflict);
    later(130);
    expect(await door.password(email)).toEqual({ refused: "wrong" });
    expect(await door.password(email, NEXT)).toHaveProperty("token");
  });

  it("M-53: a reset lifts the lock: the owner has proven the mailbox and chosen a new password", async () => {
    const { email } = await door.person();
    await lock(door, email);
    expect(await door.password(email)).toMatchObject({ refused: "locked" });
    await door.reset(await resetLink(email), NEXT);
    expect(await door.password(email, NEXT)).toHaveProperty("token");
  });

  it("M-54: one wrong password per quarter of an hour, keeps nobody out, from the same network or another", async () => {
    const { email } = await door.person();
    for (let nth = 0; nth < 11; nth++) {
      later(QUARTER);
      await door.password(email, "niet het wachtwoord");
    }
    expect(await door.password(email)).toHaveProperty("token");
    expect(await door.password(email, PASSWORD, { address: home(3) })).toHaveProperty("token");
  });

  it("M-54: a lock is over after a quarter of an hour, and what led to it counts no more", async () => {
    const { email } = await door.person();
    await lock(door, email);
    expect(await door.password(email)).toMatchObject({ refused: "locked" });
    later(QUARTER);
    expect(await door.password(email, "niet het wachtwoord")).toEqual({ refused: "wrong" });
    expect(await door.password(email)).toHaveProperty("token");
  });

  it("M-54: strangers lock their own network, not the one of the owner", async () => {
    const { email } = await door.person();
    await lock(door, email, home(9));
    expect(await door.password(email, PASSWORD, { address: home(9) })).toMatchObject({ refused: "locked" });
    expect(await door.password(email)).toHaveProperty("token");
  });

  it("M-54: of 64 at once no more are judged than before the first wait", async () => {
    const { email } = await door.person();
    // However busy the machine is: all of them come at one moment.
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const all = await Promise.all(Array.from({ length: 64 }, () => door.password(email, "niet het wachtwoord")));
    expect(all.filter((one) => "refused" in one && one.refused === "wrong")).toHaveLength(4);
  });

  it("M-54: each new lock is mailed, and the mail comes again when it is asked for, five a day, the newest good for a day", async () => {
    const { email } = await door.person();
    await door.askUnlock(email);
    expect(await unlockLinks(email)).toEqual([]);
    await lock(door, email);
    expect(await unlockLinks(email)).toHaveLength(1);
    await door.askUnlock(email);
    expect(await unlockLinks(email)).toHaveLength(2);
    later(QUARTER);
    await lock(door, email);
    expect(await unlockLinks(email)).toHaveLength(3);
    for (let nth = 0; nth < 5; nth++) await door.askUnlock(email);
    const links = await unlockLinks(email);
    expect(links).toHaveLength(5);
    later(20 * 3600);
    await door.unlock(links.at(-1)!);
    await expect(door.unlock(links.at(-1)!)).rejects.toThrow(Conflict);
    await expect(door.unlock(links[0]!)).rejects.toThrow(Conflict);
  });

  it("M-54: whoever opened the lock from the mailbox is not locked out again in that browser by strangers, for a day", async () => {
    const { email } = await door.person();
    await lock(door, email);
    const unlocked = (await unlockLinks(email)).at(-1)!;
    expect(await door.password(email, PASSWORD, { unlocked })).toMatchObject({ refused: "locked" });
    await door.unlock(unlocked);
    await lock(door, email);
    expect(await door.password(email)).toMatchObject({ refused: "locked" });
    expect(await door.password(email, PASSWORD, { unlocked })).toHaveProperty("token");
    for (let nth = 0; nth < 10; nth++) {
      later(130);
      await door.password(email, "niet het wachtwoord", { unlocked });
    }
    expect(await door.password(email, PASSWORD, { unlocked })).toMatchObject({ refused: "locked" });
    later(86_400);
    await lock(door, email);
    expect(await door.password(email, PASSWORD, { unlocked })).toMatchObject({ refused: "locked" });
  });

  it("M-54: the mailed link of one is no way past the lock of another", async () => {
    const { email } = await door.person();
    await lock(door, email);
    const unlocked = (await unlockLinks(email)).at(-1)!;
    await door.unlock(unlocked);
    await lock(door, "niemand@voorbeeld.example");
    const answer = await door.password("niemand@voorbeeld.example", PASSWORD, { unlocked });
    expect(answer).toMatchObject({ refused: "locked" });
  });

  it("M-56: twenty wrong codes in a row, however often sent anew, switch codes off, and the owner is told", async () => {
    const { email } = await door.person();
    let tries = 0;
    for (let round = 0; round < 5; round++) {
      later(3600);
      const token = await half(email);
      const wrong = wrongFor(await door.lastCode(email).catch(() => "none"));
      for (let nth = 0; nth < 5; nth++) {
        const answer = await door.code(token, wrong);
        if ("refused" in answer && answer.refused !== "off") tries++;
      }
    }
    expect(tries).toBe(20);
    const told = (await mailsTo(email)).filter(({ subject }) => subject === "Inloggen met een code staat uit");
    expect(told).toHaveLength(1);
  });

  it("M-57: a stranger learns of a lock, an unlock or a reset nothing about who has an account", async () => {
    const { email } = await door.person();
    const unknown = "niemand@voorbeeld.example";
    const known = await sameFor(door, email);
    expect(await sameFor(door, unknown)).toEqual(known);
    expect(await mailsTo(unknown)).toEqual([]);
    const rows = (await db.select().from(limits)).map(({ key, about }) => `${key} ${about ?? ""}`).join(" ");
    for (const clear of [email, unknown, facts.address]) expect(rows).not.toContain(clear);
  }, 60_000);
});

/** What somebody who does not know the password gets to see of this address. */
async function sameFor(door: TestedDoor, email: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  const address = email.startsWith("niemand") ? home(1) : home(2);
  for (let nth = 0; nth < 12; nth++) {
    const answer = await door.password(email, "niet het wachtwoord", { address });
    seen.push("refused" in answer ? answer.refused : answer);
    if (nth >= 3) later(60);
  }
  for (let nth = 0; nth < 3; nth++) seen.push(await door.askUnlock(email, address));
  for (let nth = 0; nth < 3; nth++) seen.push(await door.askReset(email).then(() => "asked"));
  seen.push(await door.askReset(email).catch((error: unknown) => (error as Error).constructor.name));
  return seen;
}
