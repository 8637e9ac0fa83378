/** Under this, a practice's value is left out of anything other practices see. */
export const MIN_DENOMINATOR = 10;
/** Fewer practices are never shown together. */
export const MIN_PEERS = 10;

/** How practices are divided in one way: into care groups, regions or classes of size. */
export type Division = {
  /** Scope of each practice, as a place in `numbers`; -1 for none. */
  of: Int32Array;
  /** Stored scope numbers. */
  numbers: number[];
};

type Crossing = { one: number; other: number; cellOf: Int32Array; cells: [one: number, other: number][] };
/** For each division, whether each of its scopes may be shown. */
export type Shown = boolean[][];

const revealing = (rest: number) => rest > 0 && rest < MIN_PEERS;

/**
 * Decides which peer groups may be shown, so that no fewer than ten practices can be seen together, neither directly
 * nor by taking groups away from each other: (1) a scope has ten practices; (2) what is left of the country without the
 * shown scopes of one division is nobody or ten; (3) so is what is left of a scope without all shown scopes of another
 * division that lie wholly inside it. Where it would not be, one more is hidden: the smallest of the division (2), or the
 * scope that holds the others (3).
 * @returns a function from "does practice p count" and the number that count to what may be shown
 */
export function disclosure(divisions: Division[]): (counted: Uint8Array, total: number) => Shown {
  const crossings = divisions.flatMap((_, one) =>
    divisions.flatMap((__, other) => (one < other ? [crossing(divisions, one, other)] : [])),
  );
  const around = crossings.flatMap((at, i) => [at, turned(at)].map((way) => ({ way, i })));
  return (counted, total) => {
    const sizes = divisions.map(({ of, numbers }) => tally(of, numbers.length, counted));
    const shown = sizes.map((list) => Array.from(list, (n) => n >= MIN_PEERS));
    const parts = crossings.map(({ cellOf, cells }) => tally(cellOf, cells.length, counted));
    const hideOne = () =>
      divisions.some((_, d) => hideSmallest(sizes[d]!, shown[d]!, total)) ||
      around.some(({ way, i }) => hideAround(way, parts[i]!, sizes, shown));
    while (hideOne());
    return shown;
  };
}

function tally(of: Int32Array, length: number, counted: Uint8Array): Int32Array {
  const sizes = new Int32Array(length);
  for (let practice = 0; practice < of.length; practice++) {
    if (counted[practice] && of[practice]! >= 0) sizes[of[practice]!]!++;
  }
  return sizes;
}

function hideSmallest(sizes: Int32Array, shown: boolean[], total: number): boolean {
  let rest = total;
  let smallest = -1;
  sizes.forEach((n, scope) => {
    if (!shown[scope]) return;
    rest -= n;
    if (smallest < 0 || n < sizes[smallest]!) smallest = scope;
  });
  if (smallest < 0 || !revealing(rest)) return false;
  shown[smallest] = false;
  return true;
}

function hideAround({ one, other, cells }: Crossing, parts: Int32Array, sizes: Int32Array[], shown: Shown): boolean {
  const inside = new Int32Array(sizes[one]!.length);
  cells.forEach(([outer, inner], cell) => {
    const whole = parts[cell]! > 0 && parts[cell] === sizes[other]![inner];
    if (whole && shown[other]![inner]) inside[outer]! += parts[cell]!;
  });
  const found = inside.findIndex((n, scope) => n > 0 && shown[one]![scope]! && revealing(sizes[one]![scope]! - n));
  if (found < 0) return false;
  shown[one]![found] = false;
  return true;
}

const turned = (at: Crossing): Crossing => ({
  ...at,
  one: at.other,
  other: at.one,
  cells: at.cells.map(([one, other]) => [other, one]),
});

function crossing(divisions: Division[], one: number, other: number): Crossing {
  const known = new Map<string, number>();
  const cells: Crossing["cells"] = [];
  const cellOf = divisions[one]!.of.map((a, practice) => {
    const b = divisions[other]!.of[practice]!;
    if (a < 0 || b < 0) return -1;
    const key = `${a} ${b}`;
    const found = known.get(key) ?? cells.push([a, b]) - 1;
    known.set(key, found);
    return found;
  });
  return { one, other, cellOf, cells };
}
