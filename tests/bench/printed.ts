/** Prints ratios and times beside what they should be at most, and remembers which were missed. */
export function printer() {
  const misses: string[] = [];
  const print = (what: string, value: string, most: string, met: boolean, detail: string) => {
    if (!met) misses.push(what);
    console.log(
      `${met ? "met   " : "missed"}  ${value.padStart(7)}  ≤ ${most.padEnd(6)} ${what}${detail && `  (${detail})`}`,
    );
  };
  return {
    misses,
    ratio: (what: string, ratio: number, target: number, detail: string) =>
      print(what, ratio.toFixed(2), target.toFixed(1), ratio <= target, detail),
    budget: (what: string, took: number, most: number) => print(what, ms(took), ms(most), took <= most, ""),
  };
}

/** "3.25 ms", "812 ms". */
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
