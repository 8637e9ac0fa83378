import leven from "leven";
import { plainLetters } from "#app/shared/letters.ts";

/** Words that stand before a Dutch surname, and that people leave out or write otherwise. */
const BEFORE = new Set("van de der den ter ten te het t in op aan bij la le du el al von zu".split(" "));

/** Parts of a name as they are compared: lower case, without accents, signs and words that stand before it. */
function parts(name: string): string[] {
  const words = plainLetters(name)
    .split(/\P{L}+/u)
    .filter((word) => word !== "");
  const rest = words.filter((word) => !BEFORE.has(word));
  return rest.length > 0 ? rest : words;
}

/** At most two signs to put in, leave out or change; in a short word one. */
const alike = (a: string, b: string) => leven(a, b) <= (Math.min(a.length, b.length) < 5 ? 1 : 2);

/**
 * How much two names look like each other: 0 not at all, to 4 for both names. The surname counts where one part of it
 * agrees (somebody may use the name of a partner), the first name where it or its first letter agrees. Of somebody with one
 * name, that counts wherever the other has it.
 */
export function nameLikeness(
  a: { firstName: string; lastName: string },
  b: { firstName: string; lastName: string },
): number {
  if (a.firstName.trim() === "") return likeOneName(a.lastName, b);
  if (b.firstName.trim() === "") return likeOneName(b.lastName, a);
  const last = parts(a.lastName).some((one) => parts(b.lastName).some((other) => alike(one, other)));
  const [first = "", second = ""] = [parts(a.firstName)[0], parts(b.firstName)[0]];
  const initial = first !== "" && first[0] === second[0];
  const whole = first.length > 2 && second.length > 2 && alike(first, second);
  if (last) return whole ? 4 : initial ? 3 : 2;
  return whole ? 1 : 0;
}

function likeOneName(name: string, { firstName, lastName }: { firstName: string; lastName: string }): number {
  const isIn = (other: string) => parts(name).some((one) => parts(other).some((word) => alike(one, word)));
  const isFirst = isIn(firstName);
  if (!isIn(lastName)) return isFirst ? 2 : 0;
  return firstName.trim() === "" ? 4 : isFirst ? 3 : 2;
}
