import Database from "better-sqlite3";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { seeded } from "../../../scripts/seeded-random.ts";
import { closeReleases } from "./kept-releases.server.ts";
import { indicator, overview } from "./read.server.ts";

const actor = { kind: "system" as const, name: "test" };
const IDS = ["AB-01", "COPD-201", "DM-101", "DM-302"];
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

/** The benchmarks once more, written in plain SQL from the delivered file alone. */
const ORACLE = `
  with shown as (
    select i, 1.0 * num / den as value, num, den, row_number() over (partition by i order by 1.0 * num / den) - 1 as place,
      count(*) over (partition by i) as n
    from given where den >= 10 and (:careGroup is null or careGroup = :careGroup)
  )
  select i, max(n) as n, 1.0 * sum(num) / sum(den) as pooled, avg(value) as mean,
    ${[10, 25, 50, 75, 90]
      .map(
        (p) => `sum(case place when cast((n - 1) * 0.${p} as integer) then value * (1 - ((n - 1) * 0.${p} - place))
          when cast((n - 1) * 0.${p} as integer) + 1 then value * ((n - 1) * 0.${p} - (place - 1)) else 0 end) as p${p}`,
      )
      .join(", ")}
  from shown group by i having max(n) >= 10`;

type Line = Record<"n" | "pooled" | "mean" | "p10" | "p25" | "p50" | "p75" | "p90", number> & { i: string };

function oracle(place: string, careGroup: string | null): Map<string, Line> {
  const lines = (name: string) => readFileSync(path.join(place, name), "utf8").split("\n").slice(1, -1);
  const groups = new Map(lines("practices.csv").map((line) => line.split(";") as [string, string]));
  const memory = new Database(":memory:");
  memory.exec("create table given(careGroup text, i text, num integer, den integer)");
  const insert = memory.prepare("insert into given values (?,?,?,?)");
  for (const line of lines("values.csv")) {
    const [practice = "", id, , numerator, denominator] = line.split(";");
    insert.run(groups.get(practice), id, Number(numerator), Number(denominator));
  }
  return new Map((memory.prepare(ORACLE).all({ careGroup }) as Line[]).map((line) => [line.i, line]));
}

describe("I-14 benchmarks", () => {
  it.each([11, 12, 13])("I-14 agree with plain SQL over the delivered file (seed %i)", async (seed) => {
    const chance = seeded(seed);
    const practices = somePractices(80).map((practice, n) => ({
      ...practice,
      careGroup: n % 3 ? "Groep A" : "Groep B",
    }));
    const rows = someRows(practices, IDS, () => {
      const denominator = Math.floor(chance.uniform() * 60);
      return [chance.binomial(denominator, chance.beta(3, 2)), denominator];
    }).filter(() => chance.uniform() > 0.1);
    const place = writeDelivery(path.join(folder, "delivery"), { practices, rows });
    expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published" });

    for (const { agb, careGroup } of practices.slice(0, 4)) {
      const seen = await overview(agb);
      for (const row of seen?.rows ?? []) {
        for (const [peers, scope] of [
          [row.country, null],
          [row.careGroup, careGroup],
        ] as const) {
          const expected = oracle(place, scope).get(row.indicatorId);
          for (const key of ["n", "pooled", "mean", "p10", "p25", "p50", "p75", "p90"] as const)
            expect(peers?.[key], `${row.indicatorId} ${key}`).toBeCloseTo(expected![key], 12);
        }
      }
    }
  });

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
