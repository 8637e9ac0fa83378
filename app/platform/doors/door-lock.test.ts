import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors, unlockLinks } from "#tests/doors.ts";
import { PASSWORD, later } from "#tests/mailed-world.ts";
import { tryDoor } from "./door-lock.server.ts";

const EMAIL = "noor@delinde.example";
type Tx = Parameters<Parameters<typeof transaction>[0]>[0];
const tryFrom = async (tx: Tx, address: string) =>
  "failures" in (await tryDoor(tx, { door: ["sign_in", EMAIL], address, known: null }));
const HOME = "203.0.113.7";
const elsewhere = (nth: number) => `2001:db8:${nth.toString(16)}::1`;
beforeEach(async () => {
  await freshDatabase();
});

test("M-54: one try per quarter of an hour, for half a day, holds up nobody who tries right after it", async () => {
  await transaction(async (tx) => {
    for (let nth = 0; nth < 48; nth++) {
      expect(await tryFrom(tx, HOME)).toBe(true);
      expect(await tryFrom(tx, HOME)).toBe(true);
      later(900);
    }
  });
});

test("M-54: one network gets a hundred tries a day for one address", async () => {
  const judged = await transaction(async (tx) => {
    const tries: boolean[] = [];
    for (let nth = 0; nth < 12 * 60; nth++) {
      tries.push(await tryFrom(tx, HOME));
      later(120);
    }
    later(900);
    expect(await tryFrom(tx, HOME)).toBe(true);
    return tries.filter(Boolean);
  });
  expect(judged).toHaveLength(100);
});

test("M-54: strangers in a thousand networks get five hundred tries a day together, and the owner comes in by mail", async () => {
  const [door] = doors;
  const { email } = await door!.person();
  const attack = (times: number) =>
    transaction(async (tx) => {
      const tries: boolean[] = [];
      for (let nth = 0; nth < times; nth++) tries.push(await tryFrom(tx, elsewhere(nth)));
      return tries.filter(Boolean).length;
    });
  expect(await attack(520)).toBe(500);
  expect(await door!.password(email)).toMatchObject({ refused: "locked" });
  await door!.askUnlock(email);
  const unlocked = (await unlockLinks(email)).at(-1)!;
  await door!.unlock(unlocked);
  expect(await door!.password(email)).toHaveProperty("token");
  await attack(500);
  expect(await door!.password(email)).toMatchObject({ refused: "locked" });
  expect(await door!.password(email, PASSWORD, { unlocked })).toHaveProperty("token");
}, 60_000);
