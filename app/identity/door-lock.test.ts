import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors, unlockLinks } from "#tests/doors.ts";
import { PASSWORD, later } from "#tests/mailed-world.ts";
import { tryDoor } from "./door-lock.server.ts";

const EMAIL = "noor@delinde.example";
const known = null;
const tryFrom = (address: string) => transaction((tx) => tryDoor(tx, { door: ["sign_in", EMAIL], address, known }));
beforeEach(async () => {
  await freshDatabase();
});

test("M-54: one try per quarter of an hour, for a week, is never held up by the tries before", async () => {
  for (let nth = 0; nth < 672; nth++) {
    expect(await tryFrom("203.0.113.7")).toHaveProperty("failures");
    later(900);
  }
});

test("M-54: one network gets a hundred tries a day for one address", async () => {
  let judged = 0;
  for (let minute = 0; minute < 24 * 60; minute++) {
    if ("failures" in (await tryFrom("203.0.113.7"))) judged++;
    later(60);
  }
  expect(judged).toBe(100);
  expect(await tryFrom("203.0.113.7")).toHaveProperty("failures");
});

test("M-54: strangers in a thousand networks get five hundred tries a day together, and the owner comes in by mail", async () => {
  const [door] = doors;
  const { email } = await door!.person();
  let judged = 0;
  for (let nth = 0; nth < 1000; nth++) {
    const answer = await tryFrom(`2001:db8:${nth.toString(16)}::1`);
    if ("failures" in answer) judged++;
  }
  expect(judged).toBe(500);
  expect(await door!.password(email)).toMatchObject({ refused: "locked" });
  await door!.askUnlock(email);
  const unlocked = (await unlockLinks(email)).at(-1)!;
  await door!.unlock(unlocked);
  expect(await door!.password(email)).toHaveProperty("token");
  for (let nth = 0; nth < 500; nth++) await tryFrom(`2001:db8:${nth.toString(16)}::1`);
  expect(await door!.password(email)).toMatchObject({ refused: "locked" });
  expect(await door!.password(email, PASSWORD, { unlocked })).toHaveProperty("token");
});
