import { MIN_DENOMINATOR, MIN_PEERS } from "../figures/disclosure.ts";

/** A practice of a care group with its figure; `named` null without consent. */
export type Candidate = { number: number; named: string | null; denominator: number };

/**
 * Which practices may be shown by name beside the sums of their group. Whoever reads them takes the names away from the
 * sums, and the own figure as well; so of the counted practices without a name there must be none, or ten besides the
 * reader. Until it is so, the smallest with a name lose it. The same for every reader, so that two who put their pages
 * together learn no more.
 * @returns their numbers
 */
export function nameable(candidates: Candidate[]): Set<number> {
  const counted = candidates.filter(({ denominator }) => denominator >= MIN_DENOMINATOR);
  const named = counted.filter((one) => one.named !== null).toSorted((a, b) => b.denominator - a.denominator);
  let unnamed = counted.length - named.length;
  while (unnamed > 0 && unnamed <= MIN_PEERS && named.length > 0) {
    named.pop();
    unnamed++;
  }
  return new Set(named.map(({ number }) => number));
}
