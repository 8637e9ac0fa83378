import { beforeEach, expect, test } from "vitest";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { limits } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { clearAbout, countLimit, tryOnce, type Patience } from "./limits.server.ts";

const RULE = { max: 7, windowMs: 60_000 };
const PATIENCE: Patience = { waitsMs: [0, 0, 1000, 60_000], forgottenMs: 60_000 };
const later = (ms: number) => setClock(new Date(now().getTime() + ms));
const count = () => transaction((tx) => countLimit(tx, ["test"], RULE));
const attempt = (...counted: string[]) => transaction((tx) => tryOnce(tx, { counted, about: ["noor"] }, PATIENCE));
beforeEach(async () => {
  await freshDatabase();
});

test("M-51 of 64 at once as many get through as the limit allows, and again as many in the next window", async () => {
  for (let window = 0; window < 2; window++) {
    const all = await Promise.allSettled(Array.from({ length: 64 }, count));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(RULE.max);
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused.every(({ reason }) => reason instanceof Limited)).toBe(true);
    later(RULE.windowMs);
  }
});

test("M-51 a limit is one statement: whatever else is written between a look and a write, none is lost", async () => {
  const asked = ["select", "insert", "update", "delete"];
  const statements = await transaction(async (tx) => {
    const statements: string[] = [];
    const watched = new Proxy(tx, {
      get: (target, name: keyof Transaction) => {
        if (asked.includes(name)) statements.push(name);
        return target[name];
      },
    });
    for (let nth = 0; nth < 2; nth++) {
      await countLimit(watched, ["test"], RULE);
      await tryOnce(watched, { counted: ["other"] }, PATIENCE);
    }
    return statements;
  });
  expect(statements).toEqual(["insert", "insert", "insert", "insert"]);
});

test("M-51 work that is undone and done again has counted once", async () => {
  const failed = transaction(async (tx) => {
    await countLimit(tx, ["test"], RULE);
    await tryOnce(tx, { counted: ["other"] }, PATIENCE);
    throw new Error("lost");
  });
  await expect(failed).rejects.toThrow("lost");
  await transaction(async (tx) => {
    await countLimit(tx, ["test"], RULE);
    await tryOnce(tx, { counted: ["other"] }, PATIENCE);
  });
  expect((await db.select().from(limits)).map((row) => row.count)).toEqual([1, 1]);
});

test("M-51 of 64 tries at once no more are judged than before the first wait; then they wait longer each time", async () => {
  const all = await Promise.all(Array.from({ length: 64 }, () => attempt("a")));
  const judged = all.flatMap((one) => ("failures" in one ? [one] : []));
  expect(judged.map(({ failures }) => failures)).toEqual([1, 2, 3]);
  const { blockedUntil } = judged[2]!;
  expect(await attempt("a")).toEqual({ until: blockedUntil });
  later(1000);
  const fourth = await attempt("a");
  expect(fourth).toMatchObject({ failures: 4 });
  later(59_000);
  expect(await attempt("a")).toHaveProperty("until");
  later(1000);
  expect(await attempt("a")).toEqual({ failures: 1, blockedUntil: null });
});

test("M-51 all that was counted about somebody is forgotten at once, and nothing of another", async () => {
  await attempt("a");
  await attempt("b");
  await transaction((tx) => tryOnce(tx, { counted: ["c"], about: ["other"] }, PATIENCE));
  await transaction((tx) => clearAbout(tx, ["noor"]));
  expect(await attempt("a")).toMatchObject({ failures: 1 });
  expect(await attempt("b")).toMatchObject({ failures: 1 });
  expect(await transaction((tx) => tryOnce(tx, { counted: ["c"], about: ["other"] }, PATIENCE))).toMatchObject({
    failures: 2,
  });
});
