import { asc } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSealed, auditSeals } from "#db/schema/audit.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { publicAuditKeys } from "./key.server.ts";
import { audit } from "./record.server.ts";
import { sealAll, sealLog } from "./seal.server.ts";
import { verifyLog } from "./verify.server.ts";

beforeEach(() => freshDatabase());

const clock = { kind: "system", name: "clock" } as const;
const write = (count: number) =>
  transaction(async (tx) => {
    for (let i = 0; i < count; i++) await audit(tx, clock, { event: "part.look", id: String(i) });
  });
const numbers = () => db.select().from(auditSealed).orderBy(asc(auditSealed.seq));
/** A line as another process with a clock of its own writes it. */
const writeAt = (at: Date) =>
  transaction(async (tx) => {
    const id = newId();
    await tx.insert(auditLog).values({ id, at, event: "part.look", action: "R", outcome: "done" });
    return id;
  });

test("O-25: lines are numbered in the order of writing, from one, without gaps, and each once", async () => {
  await Promise.all([write(3), write(4), write(2)]);
  await Promise.all([sealLog(), sealLog()]);
  await write(2);
  await sealAll();
  const found = await numbers();
  expect(found.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const lines = await db.select({ id: auditLog.id }).from(auditLog).orderBy(asc(auditLog.at), asc(auditLog.id));
  expect(found.map(({ lineId }) => lineId)).toEqual(lines.map(({ id }) => id));
});

test("O-25: each seal names the one before, and says its moment and key", async () => {
  await write(1);
  const first = await sealLog();
  setClock(new Date(now().getTime() + 60_000));
  await write(1);
  await sealLog();
  const seals = await db.select().from(auditSeals).orderBy(asc(auditSeals.toSeq));
  expect(seals.map(({ previousHash }) => previousHash)).toEqual(["0".repeat(64), first!.hash]);
  expect(seals[1]).toMatchObject({ version: 2, fromSeq: 2, toSeq: 2, keyId: publicAuditKeys()[0]!.id, lines: [] });
  expect(seals[1]!.sealedAt.getTime() - seals[0]!.sealedAt.getTime()).toBeGreaterThanOrEqual(60_000);
});

test("O-25: a line that comes in late is sealed with the next ones, and none is ever overlooked", async () => {
  await write(2);
  await sealAll();
  const late = await writeAt(new Date(now().getTime() - 10 * 60_000));
  await write(1);
  await sealAll();
  expect((await numbers()).map(({ lineId }) => lineId)[2]).toBe(late);
  const wrong = await writeAt(new Date(now().getTime() - 30 * 24 * 3_600_000));
  await sealAll();
  expect(await numbers()).toHaveLength(4);
  await sealAll({ all: true });
  expect((await numbers()).at(-1)).toMatchObject({ seq: 5, lineId: wrong });
  expect(await verifyLog()).toMatchObject({ lines: 5, sealed: 5, fault: null });
});

test("O-25: a long backlog is sealed in steps", async () => {
  await transaction(async (tx) => {
    const line = { at: now(), event: "part.look", action: "R" as const, outcome: "done" as const };
    for (let step = 0; step < 5; step++)
      await tx.insert(auditLog).values(Array.from({ length: 900 }, () => ({ id: newId(), ...line })));
  });
  await sealAll();
  const seals = await db.select({ toSeq: auditSeals.toSeq }).from(auditSeals).orderBy(asc(auditSeals.toSeq));
  expect(seals.map(({ toSeq }) => toSeq)).toEqual([2000, 4000, 4500]);
  expect(await verifyLog()).toMatchObject({ lines: 4500, sealed: 4500, fault: null });
});
