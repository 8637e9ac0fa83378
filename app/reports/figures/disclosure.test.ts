import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { disclosure, type Division, MIN_DENOMINATOR } from "./disclosure.ts";

type World = { divisions: Division[]; denominators: number[] };
type Group = { division: number; members: Set<number> };

const FEWEST = 10;
const reveals = (rest: number) => rest >= 1 && rest < FEWEST;
const without = (all: Set<number>, gone: number[]) => new Set([...all].filter((one) => !gone.includes(one)));
const inside = (inner: Group, outer: { members: Set<number> }) =>
  [...inner.members].every((one) => outer.members.has(one));
const union = (groups: Group[]) => groups.flatMap(({ members }) => [...members]);

/** Places of practices in one division: by chance, or following another division so that one lies inside the other. */
const division = (count: number, before: number[] | null) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: -1, max: 63 }), { minLength: count, maxLength: count }),
      fc.integer({ min: 0, max: 12 }),
      fc.boolean(),
    )
    .map(([scopes, chance, strays, follows]) =>
      chance.map((place, practice) => {
        if (place < 0) return -1;
        const straying = practice < strays || !follows || before === null || before[practice]! < 0;
        return straying ? place % scopes : Math.floor(before[practice]! / 2);
      }),
    );

const world: fc.Arbitrary<World> = fc.integer({ min: 20, max: 80 }).chain((count) =>
  fc
    .tuple(
      division(count, null),
      fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(40) }, fc.integer({ min: 0, max: 14 })), {
        minLength: count,
        maxLength: count,
      }),
    )
    .chain(([groups, denominators]) =>
      fc
        .tuple(division(count, groups), division(count, groups), fc.boolean())
        .map(([regions, sizes, turned]) => (turned ? [regions, groups, sizes] : [groups, regions, sizes]))
        .map((places) => ({ divisions: places.map(asDivision), denominators })),
    ),
);

function asDivision(places: number[]): Division {
  return { of: Int32Array.from(places), numbers: Array.from({ length: Math.max(-1, ...places) + 1 }, (_, n) => n) };
}

/** Who counts, who is in which group, and which of the groups are shown. */
function decide({ divisions, denominators }: World) {
  const counted = Uint8Array.from(denominators, (denominator) => (denominator >= MIN_DENOMINATOR ? 1 : 0));
  const country = new Set(denominators.flatMap((_, practice) => (counted[practice] ? [practice] : [])));
  const shown = disclosure(divisions)(counted, country.size);
  const all = divisions.flatMap(({ of, numbers }, at) =>
    numbers.map((_, place) => ({
      division: at,
      members: new Set([...country].filter((practice) => of[practice] === place)),
      shown: shown[at]![place]!,
    })),
  );
  return { country, all, shown: all.filter((group) => group.shown) };
}

const property = (holds: (found: ReturnType<typeof decide>) => void) => () =>
  fc.assert(
    fc.property(world, (given) => holds(decide(given))),
    { numRuns: 400 },
  );
const subsets = (groups: Group[]) =>
  Array.from({ length: 2 ** groups.length }, (_, bits) => groups.filter((__, n) => (bits >> n) & 1));

describe("E5: small numbers are not to be had by subtraction", () => {
  it(
    "E5 E15: no group under ten practices is shown",
    property(({ shown }) => {
      expect(shown.filter(({ members }) => members.size < FEWEST)).toEqual([]);
    }),
  );

  it(
    "E5 E15: of the country and the care groups, which have sums, no adding and taking away leaves one to nine practices",
    property(({ country, shown }) => {
      for (const some of subsets(shown.filter((group) => group.division === 0))) {
        expect(reveals(without(country, union(some)).size)).toBe(false);
        if (some.length > 0) expect(union(some).length).toBeGreaterThanOrEqual(FEWEST);
      }
    }),
  );

  it(
    "E5 E15: where one group holds another of another kind, nobody or at least ten practices lie between them",
    property(({ country, shown }) => {
      for (const outer of [{ division: -1, members: country }, ...shown]) {
        for (const inner of shown) {
          if (inner.division === outer.division || !inside(inner, outer)) continue;
          expect(reveals(outer.members.size - inner.members.size)).toBe(false);
        }
      }
    }),
  );

  it(
    "E5 E15: a group less all groups of another kind that lie wholly inside it leaves nobody or at least ten practices",
    property(({ country, shown }) => {
      for (const outer of [{ division: -1, members: country }, ...shown]) {
        for (const kind of [0, 1, 2]) {
          if (kind === outer.division) continue;
          const held = shown.filter((one) => one.division === kind && inside(one, outer));
          for (const some of subsets(held)) {
            expect(reveals(without(outer.members, union(some)).size)).toBe(false);
          }
        }
      }
    }),
  );

  it("E5: what is hidden needed hiding: with every group large and no small rest, all are shown", () => {
    const large = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }))
      .map(([groups, regions, spare]) => {
        // Every crossing of a group with a region holds ten; those in neither are nobody or ten.
        const count = groups * regions * FEWEST + (spare < FEWEST ? 0 : spare);
        const cell = (practice: number) => Math.floor(practice / FEWEST);
        const outside = (practice: number) => cell(practice) >= groups * regions;
        const places = (of: (cell: number) => number) =>
          Array.from({ length: count }, (_, practice) => (outside(practice) ? -1 : of(cell(practice))));
        const divisions = [places((at) => at % groups), places((at) => Math.floor(at / groups)), places(() => 0)];
        return { divisions: divisions.map(asDivision), denominators: new Array<number>(count).fill(40) };
      });
    fc.assert(
      fc.property(large, (given) => {
        const { all, shown } = decide(given);
        expect(shown.length).toBe(all.length);
      }),
    );
  });

  it(
    "E5: a group of ten or more is hidden only when something could otherwise be taken away",
    property(({ country, all }) => {
      const large = all.filter(({ members }) => members.size >= FEWEST);
      const risk = [{ division: -1, members: country }, ...large].some((outer) =>
        [0, 1, 2].some((kind) => {
          const held = large.filter((one) => one.division === kind && inside(one, outer));
          return held.some(
            (one) =>
              kind !== outer.division &&
              subsets(held).some((some) => some.includes(one) && reveals(without(outer.members, union(some)).size)),
          );
        }),
      );
      if (!risk) expect(large.filter((group) => !group.shown)).toEqual([]);
    }),
  );
});
