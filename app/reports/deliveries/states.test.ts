import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { overview } from "#app/reports/figures/read-overview.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deliveries, type DeliveryState, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { seeded } from "../../../scripts/seeded-random.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { checkDelivery } from "./check.server.ts";
import { dropDelivery } from "./drop.server.ts";
import { importDelivery } from "./import.server.ts";
import { publishDelivery } from "./publish.server.ts";
import { type Received, receiveDelivery } from "./receive.server.ts";
import { TRANSITIONS } from "./states.ts";
import { takeBack } from "./take-back.server.ts";

const actor = { kind: "system" as const, name: "test" };
const practices = somePractices(12);
const quiet = () => undefined;
const REASON = "gebeld met de leverancier";
let folder: string;
let made: number;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
  made = 0;
});

const write = (delivery: Partial<Delivery> = {}) =>
  writeDelivery(path.join(folder, `d${made++}`), { practices, rows: someRows(practices), ...delivery });
const take = (delivery: Partial<Delivery> = {}, accept?: string) =>
  importDelivery(actor, write(delivery), quiet, accept);
const states = async () =>
  Object.fromEntries(
    (await db.select({ name: deliveries.deliveryId, state: deliveries.state }).from(deliveries)).map((row) => [
      row.name,
      row.state,
    ]),
  );
const idOf = async (name: string) =>
  (await db.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.deliveryId, name)))[0]!.id;
const first = async () => (await overview("01900000"))?.rows[0]?.numerator;
const releases = () => {
  const place = path.join(folder, "releases");
  return existsSync(place) ? readdirSync(place) : [];
};
const next = { period: "2026-Q4", measureDate: "2026-12-31", deliveryId: "next" };
const shifted = (by: number) => someRows(practices, undefined, (p) => [40 + by + (p % 50), 100]);

describe("I-14 a delivery that differs too much from the release before it is held", () => {
  const cases: [string, Partial<Delivery>, string[]][] = [
    ["a national mean that moves more than 5 points", { rows: shifted(6) }, ["mean"]],
    ["a national mean that moves 5 points", { rows: shifted(5) }, []],
    ["practices that are missing", { practices: practices.slice(1), rows: someRows(practices.slice(1)) }, ["missing"]],
    [
      "denominators of many practices",
      { rows: someRows(practices, undefined, (p) => (p < 5 ? [20, 50] : [40 + p, 100])) },
      ["denominators"],
    ],
    ["denominators of a few", { rows: someRows(practices, undefined, (p) => (p < 3 ? [35, 69] : [40 + p, 100])) }, []],
    [
      "numerators of 0 with many practices",
      { rows: someRows(practices, undefined, (p, i) => (i === 0 && p < 4 ? [0, 100] : [40 + p, 100])) },
      ["mean", "zeroes"],
    ],
    [
      "control totals",
      { rows: someRows(practices, undefined, (p) => [2 * (40 + p), 200]) },
      ["totals", "denominators"],
    ],
  ];

  it.each(cases)("I-14 %s", async (_, delivery, codes) => {
    await take();
    const result = await take({ ...next, ...delivery });
    if (codes.length === 0) return expect(result.outcome).toBe("published");
    expect(result.outcome).toBe("held");
    const found = result.outcome === "held" ? [...new Set(result.findings.map(({ code }) => code))] : [];
    for (const code of codes) expect(found).toContain(code);
    expect((await db.select().from(publishedReleases)).map(({ period }) => period)).toEqual(["2026-Q3"]);
  });

  it("I-14 the first delivery of all, and one of an earlier period, have nothing to be compared with", async () => {
    await take();
    const rows = someRows(practices, undefined, () => [1, 500]);
    expect(await take({ period: "2026-Q1", measureDate: "2026-03-31", deliveryId: "early", rows })).toMatchObject({
      outcome: "published",
    });
  });

  it("I-14 practices that were merged are neither missing nor moved", async () => {
    await take();
    const after = practices.slice(1).map((one, n) => ({ ...one, formerly: n === 0 ? "01900000" : undefined }));
    const rows = someRows(after, undefined, (p) => (p === 0 ? [83, 200] : [41 + p, 100]));
    expect(await take({ ...next, practices: after, rows })).toMatchObject({ outcome: "published" });
    const [row] = await db.select().from(deliveries).where(eq(deliveries.deliveryId, "next"));
    expect(row?.comparison).toMatchObject({
      gone: { count: 0 },
      moved: { count: 0 },
      merged: { count: 1, codes: ["01900001"] },
    });
  });

  it("I-14 what is held is published with a reason alone, which is kept and logged", async () => {
    await take();
    const rows = shifted(20);
    await take({ ...next, rows });
    await expect(publishDelivery(actor, await idOf("next"), " ")).rejects.toThrow("invalid");
    expect(await take({ ...next, rows }, REASON)).toMatchObject({ outcome: "published" });
    const [row] = await db.select().from(deliveries).where(eq(deliveries.deliveryId, "next"));
    expect(row).toMatchObject({ state: "published", reason: REASON, decidedBy: "test" });
    const logged = await db.select().from(auditLog).where(eq(auditLog.event, "delivery.publish"));
    expect(logged.at(-1)).toMatchObject({ reason: REASON });
  });
});

describe("I-14 taking back", () => {
  it("I-14 the release before is shown again, and then nothing", async () => {
    await take();
    await take({ deliveryId: "b", supersedes: "test-2026-q3", rows: shifted(1) });
    await take({ deliveryId: "c", supersedes: "b", rows: shifted(2) });
    expect([await first(), await states()]).toEqual([
      42,
      { "test-2026-q3": "superseded", b: "superseded", c: "published" },
    ]);
    await takeBack(actor, await idOf("c"), REASON);
    expect(await first()).toBe(41);
    await expect(takeBack(actor, await idOf("c"), REASON)).rejects.toThrow("delivery_state");
    await takeBack(actor, await idOf("b"), REASON);
    expect([await first(), await states()]).toEqual([
      40,
      { "test-2026-q3": "published", b: "taken_back", c: "taken_back" },
    ]);
    await takeBack(actor, await idOf("test-2026-q3"), REASON);
    expect([await first(), await db.select().from(publishedReleases)]).toEqual([undefined, []]);
    const logged = await db.select().from(auditLog).where(eq(auditLog.event, "delivery.take_back"));
    expect(logged.map(({ reason }) => reason)).toEqual([REASON, REASON, REASON]);
  });

  it("I-14 a correction names what is shown again after a take-back", async () => {
    await take();
    await take({ deliveryId: "b", supersedes: "test-2026-q3", rows: shifted(1) });
    await takeBack(actor, await idOf("b"), REASON);
    expect(await take({ deliveryId: "c", supersedes: "b" })).toMatchObject({ faults: [{ code: "period_taken" }] });
    expect(await take({ deliveryId: "d", supersedes: "test-2026-q3" })).toMatchObject({ outcome: "published" });
  });
});

it("I-14 what is dropped leaves no release file behind, and may come again", async () => {
  await take();
  const rows = shifted(30);
  await take({ ...next, rows });
  expect(releases()).toHaveLength(2);
  await dropDelivery(actor, await idOf("next"), REASON);
  expect(releases()).toHaveLength(1);
  expect(await states()).toMatchObject({ next: "refused" });
  expect(await take({ ...next, rows })).toMatchObject({ outcome: "held" });
});

it("I-14 nobody but the data manager publishes, drops or takes back", async () => {
  await take();
  const stranger = { kind: "stranger" as const };
  const id = await idOf("test-2026-q3");
  for (const act of [publishDelivery, dropDelivery, takeBack])
    await expect(act(stranger, id, REASON)).rejects.toThrow("forbidden");
});

it("Z07 I-14 whatever is done in whatever order, a delivery takes only the steps of the domain, each with its log line", async () => {
  const { uniform: random } = seeded(20261123);
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]!;
  const allowed = Object.values(TRANSITIONS) as { from: DeliveryState[]; to: DeliveryState[] }[];
  const legal = (from: DeliveryState | undefined, to: DeliveryState) =>
    from === undefined
      ? ["received", "refused"].includes(to)
      : from === to || allowed.some((one) => one.from.includes(from) && one.to.includes(to));
  const viaChecking = (from: DeliveryState | undefined, to: DeliveryState) =>
    legal(from, "checking") && legal("checking", to);
  const known: Received[] = [];
  let before: Record<string, DeliveryState> = {};
  let done = 0;
  for (let step = 0; step < 120; step++) {
    const lines = await db.$count(auditLog);
    const [shown] = await db.select({ id: publishedReleases.deliveryId }).from(publishedReleases);
    const [row] = shown ? await db.select().from(deliveries).where(eq(deliveries.id, shown.id)) : [];
    const one = pick(known.length > 0 ? known : [undefined]);
    const receive = async () => {
      const supersedes = row?.deliveryId ?? null;
      const rows = shifted(Math.floor(random() * 12));
      const receipt = await receiveDelivery(actor, write({ deliveryId: `d${step}`, supersedes, rows }));
      if (receipt.outcome === "received") known.push(receipt.received);
    };
    const again = () => receiveDelivery(actor, one.folder);
    const acts = [
      receive,
      ...(one ? [again, () => checkDelivery(actor, one, quiet), () => checkDelivery(actor, one, quiet)] : []),
      ...(one ? [() => publishDelivery(actor, one.id, REASON), () => publishDelivery(actor, one.id, REASON)] : []),
      ...(one && random() < 0.4
        ? [() => takeBack(actor, one.id, REASON), () => dropDelivery(actor, one.id, REASON)]
        : []),
    ];
    const refused = await pick(acts)().then(
      () => undefined,
      (error: unknown) => (error as Error).name,
    );
    expect([undefined, "Conflict"]).toContain(refused);
    const now = await states();
    const moved = Object.keys(now).filter((name) => now[name] !== before[name]);
    for (const name of moved)
      expect(
        legal(before[name], now[name]!) || viaChecking(before[name], now[name]!),
        `${before[name]} → ${now[name]}`,
      ).toBe(true);
    if (moved.length > 0) expect(await db.$count(auditLog)).toBeGreaterThan(lines);
    if (refused) expect(moved).toEqual([]);
    else done += moved.length;
    expect(Object.values(now).filter((state) => state === "published").length).toBeLessThanOrEqual(1);
    const listed = await db.select().from(publishedReleases);
    expect(listed.length).toBe(Object.values(now).filter((state) => state === "published").length);
    before = now;
  }
  expect(done).toBeGreaterThan(40);
}, 60_000);
