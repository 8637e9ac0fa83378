const PREFIXES = new Set("van von der den de het te ter ten t in op la le el al du da di bij aan".split(" "));

/** Letters of a name as compared: no case, accents, hyphens or apostrophes. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss")
    .replace(/ij/g, "y")
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/** The surname without prefixes, its words in fixed order: "van der Berg", "Berg, van der" and "Berg" are one name. */
const core = (...names: string[]) =>
  foldName(names.join(" "))
    .split(" ")
    .filter((word) => !PREFIXES.has(word))
    .sort()
    .join(" ");

/** Which name of the register the entered surname is, or null: own name, birth name, or the two together. */
export function matchingSurname(
  entered: string,
  register: { name: string; birthName: string | null },
): "name" | "birth_name" | "both" | null {
  const typed = core(entered);
  if (typed === "") return null;
  const own = core(register.name);
  const born = register.birthName ? core(register.birthName) : "";
  if (typed === own) return "name";
  if (born !== "" && typed === born) return "birth_name";
  return typed === core(register.name, register.birthName ?? "") ? "both" : null;
}

/** First letters of the entered first names; "J.W.", "Jan Willem" and "Jan-Willem" give "JW". */
export function initialsOf(firstName: string): string {
  const trimmed = firstName.trim();
  const alone = /^(?:\p{Lu}\.?\s*)+$/u.test(trimmed) ? trimmed.replace(/[.\s]/g, "") : null;
  const letters =
    alone ??
    trimmed
      .split(/[\s.-]+/)
      .map((word) => word.slice(0, 1))
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
