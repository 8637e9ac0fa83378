import { type Funnel, overdispersion } from "./funnel.ts";
import { disclosure, type Division, MIN_PEERS } from "./disclosure.ts";
import { type Dot, sampleDots } from "./dots.ts";
import { type Columns, OneIndicator, type Peers } from "./one-indicator.ts";
import { COUNTRY } from "./scopes.ts";

export type IndicatorBenchmarks = {
  indicator: number;
  scopes: { scope: number; peers: Peers }[];
  funnel: Funnel;
  dots: Dot[];
};

/**
 * Benchmarks of every indicator for the country and each care group, region and class of size that may be shown
 * (`disclosure`), and the rank of each practice, which goes into its cells. Sums are given of the country and of care
 * groups alone: groups of one division can be added and taken away, and `disclosure` sees to what is then left; across
 * divisions only order statistics are given.
 */
export function* benchmarks(columns: Columns): Generator<IndicatorBenchmarks> {
  const { practices, units, divisions } = columns;
  const mayShow = disclosure(divisions);
  const own = new OneIndicator(practices);
  const everybody = Int32Array.from({ length: practices }, (_, practice) => practice);
  const members = divisions.map(membersByScope);
  for (let indicator = 0; indicator < units.length; indicator++) {
    own.take(columns, indicator);
    if (own.total < MIN_PEERS) continue;
    const country = own.peers(everybody, true);
    own.rank(columns, indicator, country.n);
    const scopes = [{ scope: COUNTRY, peers: country }];
    mayShow(own.counted, country.n).forEach((shown, d) => {
      shown.forEach((yes, place) => {
        if (yes) scopes.push({ scope: divisions[d]!.numbers[place]!, peers: own.peers(members[d]![place]!, d === 0) });
      });
    });
    const { values, sizes } = own.shown();
    const funnel = overdispersion(units[indicator]!, values, sizes, country.pooled!);
    yield { indicator, scopes, funnel, dots: sampleDots(values, sizes) };
  }
}

function membersByScope({ of, numbers }: Division): Int32Array[] {
  const lists = numbers.map((): number[] => []);
  of.forEach((place, practice) => lists[place]?.push(practice));
  return lists.map((list) => Int32Array.from(list));
}
