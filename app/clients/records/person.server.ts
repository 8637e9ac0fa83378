import { and, eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { people } from "#db/schema/records.ts";
import { type Contact, openContent } from "./content.ts";
import { keyedHash, openField, sealField } from "#app/shared/crypto.server.ts";
import { fullName } from "#app/shared/person-name.ts";

export type Person = typeof people.$inferSelect;

/** Keyed index of a BSN, with a key of its own for each environment: rows of two environments cannot be put side by side (C04). */
export function bsnIndex(environmentId: string, bsn: string): string {
  return keyedHash(`bsn:${environmentId}`, bsn.replace(/\D/g, "").padStart(9, "0"));
}

/** Seals a BSN for the row of its person. */
export function sealBsn(personId: string, bsn: string): string {
  return sealField(bsn, { table: "record_people", column: "bsn", row: personId });
}

/** The last three digits of the BSN of a person, the rest masked; null without BSN. */
export function maskedBsn(person: Person): string | null {
  if (person.bsn === null) return null;
  const bsn = openField(person.bsn, { table: "record_people", column: "bsn", row: person.id });
  return `••••••${bsn.slice(-3)}`;
}

/** The person of a BSN in one environment, or null. */
export async function personByBsn(environmentId: string, index: string, from: Reads = db): Promise<Person | null> {
  const [row] = await from
    .select()
    .from(people)
    .where(and(eq(people.environmentId, environmentId), eq(people.bsnIndex, index)));
  return row ?? null;
}

/** A person of one environment, or null: ids of another environment are unknown here (H11). */
export async function personById(environmentId: string, id: string, from: Reads = db): Promise<Person | null> {
  const [row] = await from
    .select()
    .from(people)
    .where(and(eq(people.environmentId, environmentId), eq(people.id, id)));
  return row ?? null;
}

/** Persons of one environment by id, asked for in pieces: a question has a limited number of values. */
export async function personsIn(environmentId: string, ids: string[], from: Reads): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  for (let at = 0; at < ids.length; at += 500) {
    const piece = inArray(people.id, ids.slice(at, at + 500));
    const rows = await from
      .select()
      .from(people)
      .where(and(eq(people.environmentId, environmentId), piece));
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Names of persons of one environment, by id. */
export async function personNames(environmentId: string, ids: string[], from: Reads): Promise<Map<string, string>> {
  const rows = await from
    .select({ id: people.id, firstName: people.firstName, lastName: people.lastName })
    .from(people)
    .where(and(eq(people.environmentId, environmentId), inArray(people.id, ids)));
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}

/** How to reach a person, as the record system has it; null when it never said. */
export const contactOf = ({ id, contact }: Person): Contact | null =>
  contact === null ? null : openContent("record_people", id, contact);
