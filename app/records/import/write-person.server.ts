import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { careRelations, people } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { sealContent } from "../content.ts";
import { NO_DELIVERY } from "../create-person.server.ts";
import { bsnIndex, sealBsn } from "../person.server.ts";
import type { Lines } from "./lines.ts";

type Line = Lines["persons.jsonl"];
/** What writing a line did. */
export type Written = { what: "same" } | { what: "new" | "changed"; id: string; personId: string };

/** Writes one person with its clinicians; the same line again changes nothing. */
export async function writePerson(
  tx: Transaction,
  environmentId: string,
  line: Line,
  lineHash: string,
): Promise<Written> {
  const [delivered] = await tx
    .select({ id: people.id, lineHash: people.lineHash })
    .from(people)
    .where(and(eq(people.environmentId, environmentId), eq(people.externalId, line.id)));
  const known = delivered ?? (await joinedPerson(tx, environmentId, line.bsn));
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const { firstName, lastName, birthDate, bsn, contact = {} } = line;
  const values = {
    externalId: line.id,
    firstName,
    lastName,
    birthDate,
    bsn: bsn ? sealBsn(id, bsn) : null,
    bsnIndex: bsn ? bsnIndex(environmentId, bsn) : null,
    contact: sealContent("record_people", id, {
      street: contact.street ?? null,
      postcode: contact.postcode ?? null,
      town: contact.town ?? null,
      phone: contact.phone ?? null,
      email: contact.email ?? null,
      insurer: contact.insurer ?? null,
    }),
    importedAt: now(),
    lineHash,
  };
  if (known) await tx.update(people).set(values).where(eq(people.id, id));
  else await tx.insert(people).values({ id, environmentId, ...values });
  await writeClinicians(tx, environmentId, id, line.clinicians ?? []);
  return { what: known ? "changed" : "new", id, personId: id };
}

/** Who joined with this number, proven by DigiD, before any delivery: the new line is about the same person. */
async function joinedPerson(tx: Transaction, environmentId: string, bsn: string | undefined) {
  if (!bsn) return undefined;
  const ofNumber = and(eq(people.environmentId, environmentId), eq(people.bsnIndex, bsnIndex(environmentId, bsn)));
  const [row] = await tx
    .select({ id: people.id, lineHash: people.lineHash })
    .from(people)
    .where(and(ofNumber, eq(people.lineHash, NO_DELIVERY)));
  return row;
}

/** The clinicians of a person are those of the line: who is no longer named no longer treats. */
async function writeClinicians(
  tx: Transaction,
  environmentId: string,
  personId: string,
  given: NonNullable<Line["clinicians"]>,
) {
  const codes = given.map(({ code }) => code);
  const ofPerson = eq(careRelations.personId, personId);
  await tx
    .delete(careRelations)
    .where(codes.length > 0 ? and(ofPerson, notInArray(careRelations.clinicianCode, codes)) : ofPerson);
  for (const { code, from, until } of given) {
    const period = { startsOn: from, endsOn: until ?? null };
    await tx
      .insert(careRelations)
      .values({ id: newId(), environmentId, personId, clinicianCode: code, ...period })
      .onConflictDoUpdate({
        target: [careRelations.environmentId, careRelations.personId, careRelations.clinicianCode],
        set: period,
      });
  }
}
