import { and, eq, inArray } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { people } from "#db/schema/records.ts";
import { type Contact, openContent } from "./content.ts";
import { birthDatesFor, isWholeDate } from "#app/shared/birth-date.ts";
import { nameLikeness } from "./similar-name.ts";

const MOST = 10;

/** Somebody in the records who may be the person that signed up. */
export type Candidate = {
  personId: string;
  /** Number in the system of origin. */
  number: string;
  firstName: string;
  lastName: string;
  birthDate: string;
  contact: Contact | null;
};

/**
 * Persons of one environment with the same date of birth, as far as the record knows it, and a name that looks alike,
 * best first, at most ten. Ask it
 * in the transaction that writes the look down.
 * @param typed what the person typed; the date as `YYYY-MM-DD`
 */
export async function matchCandidates(
  environmentId: string,
  typed: { firstName: string; lastName: string; birthDate: string },
  from: Reads,
): Promise<Candidate[]> {
  const born = await from
    .select()
    .from(people)
    .where(and(eq(people.environmentId, environmentId), inArray(people.birthDate, birthDatesFor(typed.birthDate))));
  return (
    born
      .map((person) => ({ person, likeness: nameLikeness(typed, person) }))
      // Without a whole date the name has to say more.
      .filter(({ person, likeness }) => likeness > (isWholeDate(person.birthDate) ? 0 : 1))
      .sort(
        (a, b) =>
          b.likeness - a.likeness ||
          b.person.birthDate.localeCompare(a.person.birthDate) ||
          a.person.externalId.localeCompare(b.person.externalId),
      )
      .slice(0, MOST)
      .map(({ person }) => ({
        personId: person.id,
        number: person.externalId,
        firstName: person.firstName,
        lastName: person.lastName,
        birthDate: person.birthDate,
        contact: person.contact === null ? null : openContent("record_people", person.id, person.contact),
      }))
  );
}
