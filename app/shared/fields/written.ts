/** What keyboards and programs make of a sign, written in one way: full-width signs are plain ones, every hyphen is -, every space one space. */
export function plain(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .trim();
}

/** The same for words: every apostrophe is ’ as well. Before the rest, where an acute accent alone would become a space with an accent. */
export const written = (typed: string) =>
  plain(typed.replace(/[\u2018\u2019\u201b\u00b4\u0060\u02bc\u02b9\uff07]/g, "’"));

/** The same for what holds no words, as a code or a number: without spaces, points and hyphens in it. */
export const compact = (typed: string) => plain(typed).replace(/[\s.-]/g, "");
