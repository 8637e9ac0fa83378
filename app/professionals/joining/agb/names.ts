import { plainLetters } from "#app/shared/letters.ts";

/** Prefixes of surnames, and how they are shortened ("v.d. Berg"). */
const PREFIXES = new Set("van von der den de het te ter ten t in op la le el al du da di bij aan v d vd".split(" "));

/** Letters of a name as compared: no case, accents, hyphens or apostrophes. */
function foldName(name: string): string {
  return plainLetters(name)
    .replace(/ij/g, "y")
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/**
 * The surname without prefixes, its words in fixed order: "van der Berg", "Berg, van der" and "Berg" are one name. Of a name
 * that is nothing but prefixes ("Du") all words count.
 */
function core(...names: string[]): string {
  const words = foldName(names.join(" ")).split(" ");
  const rest = words.filter((word) => !PREFIXES.has(word));
  return (rest.length > 0 ? rest : words).sort().join(" ");
}

/** Registers write an umlaut with an e behind it, or without; both readings of a name. */
const UMLAUT: [RegExp, string][] = [
  [/ä/gi, "ae"],
  [/ö/gi, "oe"],
  [/ü/gi, "ue"],
];
const spelled = (name: string) =>
  UMLAUT.reduce((said, [sign, letters]) => said.replace(sign, letters), name.normalize());
const readings = (...names: string[]) => [core(...names), core(...names.map(spelled))];
const alike = (a: string[], b: string[]) => a.some((one) => one !== "" && b.includes(one));

/** Which name of the register the entered surname is, or null: own name, birth name, or the two together. */
export function matchingSurname(
  entered: string,
  register: { name: string; birthName: string | null },
): "name" | "birth_name" | "both" | null {
  const typed = readings(entered);
  if (alike(typed, readings(register.name))) return "name";
  if (register.birthName === null) return null;
  if (alike(typed, readings(register.birthName))) return "birth_name";
  return alike(typed, readings(register.name, register.birthName)) ? "both" : null;
}

/** First letters of the entered first names; "J.W.", "Jan Willem" and "Jan-Willem" give "JW". */
export function initialsOf(firstName: string): string {
  const trimmed = firstName.trim();
  const alone = /^(?:\p{Lu}\.?\s*)+$/u.test(trimmed) ? trimmed.replace(/[.\s]/g, "") : null;
  const letters =
    alone ??
    trimmed
      .split(/[\s.-]+/)
      .map((word) => /^ij/i.exec(word)?.[0] ?? word.slice(0, 1))
      .join("");
  return foldName(letters).replace(/ /g, "").toUpperCase();
}

/** Whether the entered first names can belong to these initials: their letters occur in that order. */
export function initialsMatch(firstName: string, initials: string): boolean {
  const entered = initialsOf(firstName);
  const known = foldName(initials).replace(/ /g, "").toUpperCase();
  let at = 0;
  for (const letter of entered) {
    at = known.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return entered !== "";
}
