export type Options = Record<string, string>;

/**
 * Reads `add agent --email a@b.nl --mobile=06…`: words in front, options behind. An option without a value holds an empty
 * one, which every field refuses that needs something.
 */
export function read(given: string[]): { words: string[]; options: Options } {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < given.length; at++) {
    const one = given[at] ?? "";
    if (!one.startsWith("--")) {
      words.push(one);
      continue;
    }
    const [name = "", ...rest] = one.slice(2).split("=");
    const next = given[at + 1];
    if (rest.length > 0) options.set(name, rest.join("="));
    else if (next === undefined || next.startsWith("--")) options.set(name, "");
    else {
      options.set(name, next);
      at++;
    }
  }
  return { words, options: Object.fromEntries(options) };
}
