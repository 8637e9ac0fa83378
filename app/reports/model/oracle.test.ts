import Database from "better-sqlite3";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, writeDelivery } from "#tests/deliveries.ts";
import { courseDeliveries, nationalDelivery } from "#tests/oracle/national.ts";
import { type Oracle, oracleOf } from "#tests/oracle/oracle.ts";
import { differenceInterval } from "#app/reports/figures/change.ts";
import { indicatorById, indicators } from "#app/reports/definitions/catalogue.ts";
import { closeReleases } from "#app/reports/figures/kept-releases.server.ts";
import { overview } from "#app/reports/figures/read-overview.server.ts";
import { indicator, type Peers, type Scope } from "#app/reports/figures/read.server.ts";
import { quartersBetween } from "#app/reports/figures/periods.ts";
import { reportOf } from "./report.ts";
import { limitsOf } from "./signals.ts";

const system = { kind: "system", name: "test" } as const;
const SCOPES = ["country", "careGroup", "region", "size"] as const;
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

async function imported(delivery: Delivery, name: string): Promise<string> {
  const place = writeDelivery(path.join(folder, name), { deliveryId: name, ...delivery });
  const result = await importDelivery(system, place, () => undefined, "invented figures move as they like");
  expect(result).toMatchObject({ outcome: "published" });
  return place;
}

type Value = number | string | boolean | null | undefined;
type Facts = Record<string, Value[]>;
const TOLERANCE = 1e-9;

function equal(a: Value, b: Value, tolerance: number): boolean {
  if (typeof a !== "number" || typeof b !== "number") return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= Math.max(1e-12, tolerance * Math.max(Math.abs(a), Math.abs(b)));
}

/** Everything that is in one and not in the other, or not the same. */
function differences(what: string, expected: Facts, actual: Facts, tolerance = TOLERANCE): string[] {
  const missing = Object.keys(expected).filter((key) => !Object.hasOwn(actual, key));
  const found = Object.entries(actual).flatMap(([key, values]) => {
    const right = expected[key];
    if (!right) return [`${what} ${key}: stored, not expected`];
    const same = right.length === values.length && values.every((value, n) => equal(value, right[n], tolerance));
    return same ? [] : [`${what} ${key}: ${values.join(" ")} instead of ${right.join(" ")}`];
  });
  return [...missing.map((key) => `${what} ${key}: not stored`), ...found].slice(0, 20);
}

/** Rows of a query, by the first column. */
function facts(connection: Database.Database, text: string, ...given: unknown[]): Facts {
  const rows = connection
    .prepare(text)
    .raw()
    .all(...given) as [string, ...Value[]][];
  return Object.fromEntries(rows.map(([key, ...values]) => [key, values]));
}

const releaseOf = (period: string) => {
  const place = path.join(folder, "releases");
  const file = readdirSync(place).find((name) => name.startsWith(period));
  return new Database(path.join(place, file!), { readonly: true });
};

const STORED = {
  practices: `select printf('%08d', p.agb), p.number, g.name, r.name, nullif(p.size, 0), p.merged, p.named from practices p
    left join care_groups g on g.number = p.care_group left join regions r on r.number = p.region`,
  benchmarks: `select i.id || case when scope = 0 then ' country ' when scope < 100000 then ' careGroup ' || g.name
      when scope < 200000 then ' region ' || r.name else ' size ' || (scope - 200000) end,
      n, pooled, mean, p10, p25, p50, p75, p90
    from benchmarks b join indicators i on i.number = b.indicator
    left join care_groups g on g.number = scope left join regions r on r.number = scope - 100000`,
  funnels: "select id, target, tau2 from funnels f join indicators i on i.number = f.indicator",
};
const EXPECTED = {
  practices: `select p.agb, p.place, care_group, region, cast(s.name as integer), formerly is not null, named from practice p
    left join belongs s on s.q = p.q and s.agb = p.agb and s.kind = 'size' where p.q = ?`,
  benchmarks: `select b.indicator || ' ' || kind || ' ' || name, n, pooled, mean, p10, p25, p50, p75, p90
    from benchmark b join shown using (q, indicator, kind, name) where q = ?`,
  funnels: "select indicator, target, tau2 from funnel where q = ?",
};

/** Every number of one release file, beside the oracle. */
function releaseFaults(oracle: Oracle, q: number, period: string): string[] {
  const release = releaseOf(period);
  const found = (["practices", "benchmarks", "funnels"] as const).flatMap((table) =>
    differences(table, facts(oracle, EXPECTED[table], q), facts(release, STORED[table])),
  );
  const cells = differences(
    "cells",
    facts(
      oracle,
      "select practice || ' ' || indicator, numerator, denominator, below, expected from cell where q = ?",
      q,
    ),
    storedCells(release),
  );
  // Dots are kept as 32-bit numbers.
  const dots = differences(
    "dots",
    facts(oracle, "select indicator || ' ' || nth, size, value from dot where q = ?", q),
    storedDots(release),
    1e-6,
  );
  release.close();
  return [...found, ...cells, ...dots];
}

function storedCells(release: Database.Database): Facts {
  const ids = release.prepare("select id from indicators order by number").pluck().all() as string[];
  const rows = release
    .prepare("select printf('%08d', agb), cells from figures join practices on number = practice")
    .raw()
    .all() as [string, Buffer][];
  const found: Facts = {};
  for (const [agb, bytes] of rows) {
    ids.forEach((id, at) => {
      const [numerator, denominator, below, expected] = [0, 4, 8, 12].map((more) => bytes.readInt32LE(at * 16 + more));
      if (denominator === -1 && numerator === -1 && below === -1 && expected === -1) return;
      const weighed = expected === -1 ? null : expected! / 1000;
      found[`${agb} ${id}`] = [numerator, denominator, below === -1 ? null : below, weighed];
    });
  }
  return found;
}

function storedDots(release: Database.Database): Facts {
  const rows = release.prepare("select id, dots from funnels join indicators on number = indicator").raw().all() as [
    string,
    Buffer,
  ][];
  return Object.fromEntries(
    rows.flatMap(([id, bytes]) =>
      Array.from({ length: bytes.length / 8 }, (_, n) => [
        `${id} ${n}`,
        [bytes.readFloatLE(n * 8), bytes.readFloatLE(n * 8 + 4)],
      ]),
    ),
  );
}

/** What a report says, in the order of `said`. */
const SAID = `select practice || ' ' || indicator || ' ' || kind, numerator, denominator, value, low, high, small, peers, median,
    rank, verdict, to_median, value * factor, low * factor, high * factor, unit
  from said where q = ? and practice = ?`;

async function said(agb: string, id: string, scope: Scope): Promise<Value[] | null> {
  const figures = await indicator(agb, id, scope);
  if (!figures) return null;
  const { last, verdict, toMedian, rank, caseMix } = reportOf(indicatorById(id)!, figures, scope);
  const { figure, peers } = last;
  const measured = [figure?.value, figure?.low, figure?.high];
  const small = last.denominator < 20 ? 1 : 0;
  return [
    ...[last.numerator, last.denominator, ...measured, figure ? Number(figure.small) : small],
    ...[peers?.n, peers?.p50, rank, verdict, toMedian, caseMix?.value, caseMix?.low, caseMix?.high],
  ];
}

/** Shares end at all of them, rates do not. */
function capped(values: Value[]): Value[] {
  const [unit, ...mix] = [values.at(-1), ...values.slice(11, 14)];
  const end = (value: Value) => (typeof value === "number" && unit === "percent" ? Math.min(1, value) : value);
  return [...values.slice(0, 11), ...mix.map(end)];
}

const measured = indicators.map(({ id, unit }) => ({ id, unit }));

describe("E15: the figures once more, in plain SQL over the delivered files alone", () => {
  it.each([
    [1, 20],
    [2, 4],
    [3, 50],
  ])(
    "E15 E3 E5 I-14: every number of a national release (seed %i)",
    async (seed, alone) => {
      const place = await imported(nationalDelivery(seed, measured, alone), "national");
      const oracle = oracleOf(new Map([[0, place]]));
      expect(releaseFaults(oracle, 0, "2026-Q3")).toEqual([]);
      const count = (text: string) => oracle.prepare(text).pluck().get() as number;
      // Large enough to be a country, and one in which the rules have something to hide.
      expect(count("select count(*) from given")).toBeGreaterThan(30_000);
      expect(count("select count(*) from benchmark") - count("select count(*) from shown")).toBeGreaterThan(20);
      oracle.close();
    },
    60_000,
  );

  it("E15 E4 E5 E6: every number that a report says, of every practice and indicator of a national release", async () => {
    const delivery = nationalDelivery(4, measured, 12);
    const oracle = oracleOf(new Map([[0, await imported(delivery, "national")]]), "said");
    const faults: string[] = [];
    for (const [p, { agb }] of delivery.practices.entries()) {
      const expected = facts(oracle, SAID, 0, agb);
      const asked: [string, Scope][] = indicators.map(({ id }, i) => [id, SCOPES[(p + i) % 4]!]);
      const right: Facts = {};
      const found: Facts = {};
      for (const [id, scope] of asked) {
        const key = `${agb} ${id} ${scope}`;
        if (expected[key]) right[key] = capped(expected[key]);
        const answer = await said(agb, id, scope);
        if (answer) found[key] = answer;
      }
      faults.push(...differences("report", right, found));
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it("E15 E1 E3: every number of the overview of every practice", async () => {
    const delivery = nationalDelivery(5, measured, 12);
    const oracle = oracleOf(new Map([[0, await imported(delivery, "national")]]));
    const text = `select g.indicator || ' ' || k.kind, g.numerator, g.denominator, n, pooled, mean, p10, p25, p50, p75, p90
      from given g join (select 'country' as kind union all select 'careGroup') k
      left join belongs b on b.q = g.q and b.agb = g.practice and b.kind = k.kind
      left join shown s on s.q = g.q and s.indicator = g.indicator and s.kind = b.kind and s.name = b.name
      left join benchmark m on m.q = s.q and m.indicator = s.indicator and m.kind = s.kind and m.name = s.name
      where g.practice = ?`;
    const peers = (of: Peers | null): Value[] => [
      ...[of?.n, of?.pooled, of?.mean],
      ...[of?.p10, of?.p25, of?.p50, of?.p75, of?.p90],
    ];
    const faults: string[] = [];
    for (const { agb } of delivery.practices) {
      const rows = (await overview(agb))?.rows ?? [];
      const found = rows.flatMap(
        ({ indicatorId: id, numerator, denominator, country, careGroup }): [string, Value[]][] => [
          [`${id} country`, [numerator, denominator, ...peers(country)]],
          [`${id} careGroup`, [numerator, denominator, ...peers(careGroup)]],
        ],
      );
      faults.push(...differences(agb, facts(oracle, text, agb), Object.fromEntries(found)));
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it("E15 E4 E6: limits, signals, change and case mix over twenty quarters", async () => {
    const ids = ["DM-P01", "COPD-P01", "DM-101", "AB-02", "DM-302"];
    const some = measured.filter(({ id }) => ids.includes(id));
    const periods = quartersBetween("2021-Q4", "2026-Q3");
    const places = new Map<number, string>();
    for (const [q, delivery] of courseDeliveries(7, some, periods).entries())
      places.set(q, await imported(delivery, `quarter-${periods[q]!.toLowerCase()}`));
    const oracle = oracleOf(places, "said", "course");
    expect(periods.flatMap((period, q) => releaseFaults(oracle, q, period))).toEqual([]);

    const limits: Facts = {};
    const signals: Facts = {};
    const changes: Facts = {};
    const mixes: Facts = {};
    const practices = oracle.prepare("select distinct agb from practice").pluck().all() as string[];
    for (const agb of practices) {
      for (const { id } of some) {
        const figures = await indicator(agb, id, "country");
        if (!figures) continue;
        const key = `${agb} ${id}`;
        const definition = indicatorById(id)!;
        const { points, course, change, caseMix } = reportOf(definition, figures, "country");
        const merged = Math.max(
          0,
          points.findLastIndex((point) => point.merged),
        );
        const values = points.slice(merged).flatMap(({ figure }) => (figure ? [figure.value] : []));
        if (values.length > 1) {
          const { mean, lower, upper } = limitsOf(values);
          limits[key] = [values.length, mean, lower, upper, Number(course.few)];
        }
        for (const { rule, from, to, up } of course.signals) signals[`${key} ${rule} ${from} ${to}`] = [Number(up)];
        const last = figures.points.at(-1)!;
        const then = figures.points.find(
          ({ period }) => period === `${Number(last.period.slice(0, 4)) - 1}${last.period.slice(4)}`,
        );
        if (change && then) {
          const { difference, low, high } = differenceInterval(definition, last, then);
          changes[key] = [difference, low, high, change];
        }
        if (caseMix) mixes[key] = [caseMix.value, caseMix.low, caseMix.high];
      }
    }
    const expected = {
      limits: `select l.practice || ' ' || l.indicator, max(n), mean, mean - reach, mean + reach, max(n) < 13 from limits l
        join line using (practice, indicator) group by l.practice, l.indicator`,
      signals: "select practice || ' ' || indicator || ' ' || rule || ' ' || first || ' ' || last, up from signal",
      changes: "select practice || ' ' || indicator, difference, low, high, change from change",
      mixes: `select practice || ' ' || indicator, iif(unit = 'percent', min(1, value * factor), value * factor),
        iif(unit = 'percent', min(1, low * factor), low * factor), iif(unit = 'percent', min(1, high * factor), high * factor)
        from said s where kind = 'country' and factor is not null and q = (select max(q) from given g
          where g.practice = s.practice and g.indicator = s.indicator)`,
    };
    expect(differences("limits", facts(oracle, expected.limits), limits)).toEqual([]);
    expect(differences("signals", facts(oracle, expected.signals), signals)).toEqual([]);
    expect(differences("changes", facts(oracle, expected.changes), changes)).toEqual([]);
    expect(differences("case mix", facts(oracle, expected.mixes), mixes)).toEqual([]);
    const rules = oracle.prepare("select rule, count(*) from signal group by rule having count(*) >= 5").all();
    expect(rules).toHaveLength(4);
    const kinds = oracle.prepare("select distinct change from change").pluck().all();
    expect(kinds.toSorted()).toEqual(["fallen", "improved", "risen", "same", "worsened"]);
  }, 60_000);
});
