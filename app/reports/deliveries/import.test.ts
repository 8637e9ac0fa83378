import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deliveries, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { overview } from "../figures/read-overview.server.ts";
import { importDelivery } from "./import.server.ts";
import { faultWords } from "./texts.ts";

const actor = { kind: "system" as const, name: "test" };
const practices = somePractices(12);
const good = { practices, rows: someRows(practices) };
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const take = (delivery: Partial<Delivery> = {}, name = "delivery") =>
  importDelivery(actor, writeDelivery(path.join(folder, name), { ...good, ...delivery }), () => undefined);
const releases = () => {
  const place = path.join(folder, "releases");
  return existsSync(place) ? readdirSync(place) : [];
};
const published = () => db.select().from(publishedReleases);

describe("I-14 a delivery is taken in", () => {
  it("I-14 a sound delivery is published: one release file, one row, one line in the log", async () => {
    expect(await take()).toEqual({ outcome: "published", period: "2026-Q3", rows: 36, replaced: false });
    const [row] = await published();
    expect(releases()).toEqual([row?.file]);
    const events = (await db.select({ event: auditLog.event }).from(auditLog)).map(({ event }) => event);
    expect(events).toEqual(["delivery.receive", "delivery.check", "delivery.checked", "delivery.publish"]);
  });

  it("I-14 the same delivery again changes nothing and says so", async () => {
    await take();
    const before = [await published(), await db.select().from(deliveries), await db.select().from(auditLog)];
    const [file = ""] = releases();
    const { mtimeMs } = statSync(path.join(folder, "releases", file));
    expect(await take()).toEqual({ outcome: "already", period: "2026-Q3", state: "published" });
    expect([await published(), await db.select().from(deliveries), await db.select().from(auditLog)]).toEqual(before);
    expect(statSync(path.join(folder, "releases", file)).mtimeMs).toBe(mtimeMs);
  });

  it("I-14 another delivery of a published period is refused unless it names the one it replaces", async () => {
    await take();
    const rows = someRows(practices, undefined, () => [41, 100]);
    const refused = await take({ rows, deliveryId: "second" }, "second");
    expect(refused).toMatchObject({ outcome: "refused", faults: [{ code: "period_taken", detail: "test-2026-q3" }] });
    expect((await overview("01900000"))?.rows[0]?.numerator).toBe(40);

    const replaced = await take({ rows, deliveryId: "third", supersedes: "test-2026-q3" }, "third");
    expect(replaced).toMatchObject({ outcome: "published", replaced: true });
    expect((await overview("01900000"))?.rows[0]?.numerator).toBe(41);
    expect(await take()).toMatchObject({ outcome: "already", state: "superseded" });
    expect(await published()).toHaveLength(1);
  });

  it("I-14 a delivery that replaces one that is not published is refused", async () => {
    expect(await take({ supersedes: "never-seen" })).toMatchObject({ faults: [{ code: "nothing_to_supersede" }] });
  });

  it("I-14 a refused delivery can come again once it is mended", async () => {
    const place = path.join(folder, "delivery");
    await take({ damage: (values) => values.replace(";100\n", ";101\n") });
    writeDelivery(place, good);
    expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published" });
  });

  it("I-14 only the operator's data manager or a command may take in a delivery", async () => {
    const stranger = { kind: "stranger" as const };
    await expect(importDelivery(stranger, folder, () => undefined)).rejects.toThrow("forbidden");
  });

  it("I-14 files of a killed import are removed on the next run", async () => {
    await take();
    const left = path.join(folder, "releases", ".building-4194304999-0-0-abc");
    writeFileSync(left, "half");
    await take({ period: "2026-Q2", measureDate: "2026-06-30" }, "other");
    expect(releases().filter((name) => name.startsWith("."))).toEqual([]);
  });
});

const replaceLine = (line: number, text: string) => (values: string) =>
  values
    .split("\n")
    .map((old, n) => (n === line - 1 ? text : old))
    .join("\n");

describe("bad input 6: each fault is named and nothing is changed", () => {
  const first = good.rows.map(({ indicator }) => indicator).sort()[0]!;
  it("bad input 6 a faulty correction leaves what is published as it was", async () => {
    await take();
    const before = [await published(), releases(), await overview("01900000")];
    const damage = (values: string) => values.replace(";100\n", ";200\n");
    const result = await take({ damage, deliveryId: "second", supersedes: "test-2026-q3" }, "second");
    expect(result).toMatchObject({ outcome: "refused" });
    expect([await published(), releases(), await overview("01900000")]).toEqual(before);
  });

  it("bad input 6 one wrong cell is one fault, at its file, line and column", async () => {
    const result = await take({ values: replaceLine(5, `01900001;${first};2026-Q3;4o;100`) });
    const faults = result.outcome === "refused" ? result.faults.filter(({ code }) => code !== "control_total") : [];
    expect(faults.map((fault) => faultWords(fault, "en"))).toEqual([
      'values.csv, line 5, column numerator: the value is not of the right form [pattern] ("4o")',
    ]);
  });

  it("bad input 6 a file that is wrong throughout gives a list that ends", async () => {
    const result = await take({
      values: (values) => values.replaceAll("2026-Q3", "2026-Q1"),
      rows: someRows(practices, many),
    });
    expect(result.outcome === "refused" && result.faults.length).toBe(100);
  });

  it("bad input 6 missing files and a manifest that is no JSON", async () => {
    const place = writeDelivery(path.join(folder, "delivery"), good);
    writeFileSync(path.join(place, "manifest.json"), Buffer.from([0xff, 0xfe, 0x7b]));
    const broken = await importDelivery(actor, place, () => undefined);
    expect(broken).toEqual({ outcome: "refused", faults: [{ file: "manifest.json", code: "not_json" }] });
    const empty = await importDelivery(actor, folder, () => undefined);
    expect(empty).toMatchObject({ outcome: "refused", faults: [{ code: "missing" }, {}, {}] });
  });
});

const many = JSON.parse(readFileSync("app/reports/definitions/indicators.json", "utf8")).indicators.map(
  ({ id }: { id: string }) => id,
);

it("I-14 the example of docs/deliveries.md is a delivery that is taken in", async () => {
  const text = readFileSync("docs/deliveries.md", "utf8");
  const place = path.join(folder, "example");
  mkdirSync(place);
  const block = (start: string) => text.slice(text.indexOf(start), text.indexOf("```", text.indexOf(start)));
  writeFileSync(path.join(place, "manifest.json"), block('{\n  "schema"'));
  writeFileSync(path.join(place, "practices.csv"), block("practice;careGroup\n"));
  writeFileSync(path.join(place, "values.csv"), block("practice;indicator;period"));
  expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published", rows: 3 });
});
