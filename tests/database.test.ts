import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { now, setClock, today } from "#app/shared/clock.server.ts";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { practices } from "#db/schema/practices.ts";
import { freshDatabase } from "./database.ts";

let folder = "";
beforeEach(async () => {
  const before = folder;
  folder = await freshDatabase();
  expect(existsSync(before)).toBe(false);
});

for (const round of [1, 2]) {
  test(`a test starts with an empty database and the same clock (${round})`, async () => {
    expect(await db.$count(practices)).toBe(0);
    expect(today()).toBe("2026-11-24");
    await transaction(async (tx) => {
      const row = { agb: "01000001", kind: "gp", name: "Praktijk De Linde", createdAt: now() } as const;
      await tx.insert(practices).values({ id: newId(), ...row });
    });
    expect(await db.$count(practices)).toBe(1);
    setClock(new Date(now().getTime() + 86_400_000));
    expect(today()).toBe("2026-11-25");
  });
}

describe("O-50 a transaction may be run twice", () => {
  const configured = (settings: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    reloadConfig();
  };
  afterEach(() => {
    vi.unstubAllEnvs();
    reloadConfig();
  });
  const values = (agb: string) => ({ id: newId(), agb, kind: "gp", name: "De Linde", createdAt: now() }) as const;

  test("O-50: run, undone and run again: what stays is of the second run, once, and the first can write no more", async () => {
    configured({ DATA_DIR: folder, TRANSACTIONS: "twice" });
    const seen: Transaction[] = [];
    const second = await transaction(async (tx) => {
      seen.push(tx);
      expect(await tx.$count(practices)).toBe(0);
      await tx.insert(practices).values(values("01000001"));
      return seen.length;
    });
    expect(second).toBe(2);
    expect(await db.$count(practices)).toBe(1);
    expect(() => seen[0]!.insert(practices)).toThrow(TypeError);
  });

  test("O-50: what is refused is refused both times, and nothing of it stays", async () => {
    configured({ DATA_DIR: folder, TRANSACTIONS: "twice" });
    let runs = 0;
    const refused = transaction(async (tx) => {
      runs++;
      await tx.insert(practices).values(values("01000001"));
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect([runs, await db.$count(practices)]).toEqual([2, 0]);
  });

  test("O-50: whoever asks for nothing gets one run, and demo and production refuse the other", async () => {
    configured({ DATA_DIR: folder, TRANSACTIONS: undefined });
    let runs = 0;
    await transaction(() => Promise.resolve(runs++));
    expect(runs).toBe(1);
    for (const mode of ["demo", "production"]) {
      configured({ MODE: mode, TRANSACTIONS: "twice" });
      expect(() => config.mode).toThrow(/^ {2}TRANSACTIONS: twice is for MODE=test alone$/m);
    }
  });
});
