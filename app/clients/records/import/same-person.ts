import { mayBeOneDay } from "#app/shared/birth-date.ts";

type Told = { lastName: string; birthDate: string };
const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}\s'’-]/gu, "")
    .toLowerCase();

/**
 * Whether a line with a number that is known may be about the person that it is known for (decision 17): null, or why not.
 * Another BSN is another person. So are another last name and another birth date together; one of the two alone is a
 * marriage, or a mistake put right.
 * @param index keyed index of the BSN; null where there is none
 */
export function otherPerson(
  known: Told & { index: string | null },
  line: Told & { index: string | null },
): "other_number" | "other_person" | null {
  if (known.index !== null && line.index !== null && known.index !== line.index) return "other_number";
  const otherName = plain(known.lastName) !== plain(line.lastName);
  return otherName && !mayBeOneDay(known.birthDate, line.birthDate) ? "other_person" : null;
}
