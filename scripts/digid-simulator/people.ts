/** Invented people with public test numbers; never anybody's own. */
export const people: { bsn: string; name: string; note: string }[] = [
  { bsn: "999991772", name: "Fatima Yilmaz-de Wit", note: "cliënt van de instelling" },
  { bsn: "999992351", name: "Willem Terpstra", note: "cliënt van de praktijk" },
  { bsn: "999995844", name: "Jet Okafor", note: "naaste" },
  { bsn: "900029365", name: "Sem Bakker", note: "kind van 14 jaar" },
  { bsn: "999999990", name: "Roos van der Velde", note: "nergens bekend" },
  { bsn: "000000012", name: "Kees Nul", note: "nummer begint met nullen" },
  { bsn: "900095192", name: "Aisha Haddou", note: "behandelingen afgesloten" },
  { bsn: "900095271", name: "Tom de Groot", note: "reserve" },
];

/** Weights 9 to 2 and -1; the sum is a multiple of eleven and not every digit is nought. */
export function passesElevenTest(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn) || bsn === "000000000") return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  return weights.reduce((sum, weight, at) => sum + weight * Number(bsn[at]), 0) % 11 === 0;
}
