import { beforeEach, describe, expect, it } from "vitest";
import { setClock } from "#app/shared/clock.server.ts";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { nextNumber } from "./number.server.ts";

beforeEach(async () => {
  await freshDatabase();
});

describe("O-42: numbers that people say on the telephone", () => {
  const next = (letter: "R" | "M") => transaction((tx) => nextNumber(tx, letter));

  it("each kind counts by itself, and begins anew with the year in the Netherlands", async () => {
    expect([await next("R"), await next("R"), await next("M")]).toEqual([
      "R-2026-00001",
      "R-2026-00002",
      "M-2026-0001",
    ]);
    setClock(new Date("2026-12-31T23:30:00Z"));
    expect([await next("R"), await next("M")]).toEqual(["R-2027-00001", "M-2027-0001"]);
  });

  it("thirty-two at once get thirty-two, and one that is undone gives its number to the next", async () => {
    const numbers = await Promise.all(Array.from({ length: 32 }, () => next("R")));
    expect(new Set(numbers).size).toBe(32);
    const undone = transaction(async (tx) => {
      await nextNumber(tx, "R");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await next("R")).toBe("R-2026-00033");
  });
});
