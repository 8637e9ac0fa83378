import { existsSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { now, setClock, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
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
