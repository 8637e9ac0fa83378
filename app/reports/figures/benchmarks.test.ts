import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { closeReleases } from "./kept-releases.server.ts";
import { indicator } from "./read.server.ts";

const actor = { kind: "system" as const, name: "test" };
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

/** Their numbers are held against a second calculation in `oracle.test.ts`. */
describe("I-14 benchmarks", () => {
  const only = async (practices: { agb: string; careGroup: string }[], denominator: (n: number) => number) => {
    const rows = someRows(practices, ["DM-101"], (n) => [denominator(n) >> 1, denominator(n)]);
    await importDelivery(actor, writeDelivery(path.join(folder, "d"), { practices, rows }), () => undefined);
    return (await indicator("01900000", "DM-101", "careGroup"))!.points[0]!;
  };

  it("I-14 fewer than 10 practices are never shown together", async () => {
    expect(await only(somePractices(9), () => 50)).toMatchObject({ country: null, peers: null, denominator: 50 });
  });

  it("I-14 exactly 10 practices are", async () => {
    expect(await only(somePractices(10), () => 50)).toMatchObject({ country: { n: 10 }, peers: { n: 10 } });
  });

  it("I-14 practices with a denominator under 10 count in nothing others see", async () => {
    expect(await only(somePractices(12), (n) => (n < 2 ? 9 : 10))).toMatchObject({ country: { n: 10 } });
    closeReleases();
  });

  it("I-14 a care group is hidden when taking it from the country would show fewer than 10 practices", async () => {
    const practices = somePractices(18).map((one, n) => ({ ...one, careGroup: n < 11 ? "Groep A" : "Groep B" }));
    expect(await only(practices, () => 50)).toMatchObject({ country: { n: 18 }, peers: null });
  });
});
