import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { careRelations, people } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { sealContent } from "../content.ts";
import { NO_DELIVERY } from "../create-person.server.ts";
import { bsnIndex, personByBsn, sealBsn } from "../person.server.ts";
import type { Lines } from "./lines.ts";
import { type Ground, refused, type Written } from "./place.server.ts";
import { otherPerson } from "./same-person.ts";

type Line = Lines["persons.jsonl"];

/** Writes one person with its clinicians; the same line again changes nothing. */
export async function writePerson(tx: Transaction, ground: Ground, line: Line, lineHash: string): Promise<Written> {
  const { environment: environmentId } = ground;
  const { known, fault } = await whoIs(tx, ground, line);
  if (fault) return fault;
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
  const clinicians = await writeClinicians(tx, environmentId, id, line.clinicians ?? []);
  const detail = clinicians && known ? { clinicians } : undefined;
  return { what: known ? "changed" : "new", id, personId: id, detail };
}

/** The person that a line is about, if it is here already, or why the line is not taken (decision 17). */
async function whoIs(tx: Transaction, { environment, doubts }: Ground, line: Line) {
  const [delivered] = await tx
    .select()
    .from(people)
    .where(and(eq(people.environmentId, environment), eq(people.externalId, line.id)));
  const index = line.bsn ? bsnIndex(environment, line.bsn) : null;
  const owner = index === null ? null : await personByBsn(environment, index, tx);
  const about = [delivered?.id, owner?.id].filter((id) => id !== undefined);
  const fault = (field: string, reason: string) => ({
    known: null,
    fault: refused(field, reason, about, delivered?.id),
  });
  if (doubts.twice.has(`persons.jsonl ${line.id}`)) return fault("id", "twice");
  if (delivered) {
    const { lastName, birthDate, bsnIndex: known } = delivered;
    const other = otherPerson({ lastName, birthDate, index: known }, { ...line, index });
    if (other) return fault(other === "other_number" ? "bsn" : "lastName", other);
  }
  // Somebody who joined before any delivery, proven by DigiD, is whoever a new line says.
  const joined = !delivered && owner?.lineHash === NO_DELIVERY ? owner : null;
  if (owner && !joined && owner.id !== delivered?.id) return fault("bsn", "of_another");
  const sharing = index === null ? 0 : (doubts.numbers.get(index)?.size ?? 0);
  if (sharing > 1 && (!owner || owner.id !== delivered?.id)) return fault("bsn", "of_another");
  return { known: delivered ?? joined ?? null, fault: null };
}

/**
 * The clinicians of a person are those of the line: who is no longer named no longer treats. A code that is named twice
 * counts with its latest period. Returns whose codes came and went, or null.
 */
async function writeClinicians(
  tx: Transaction,
  environmentId: string,
  personId: string,
  given: NonNullable<Line["clinicians"]>,
): Promise<{ added: string[]; removed: string[] } | null> {
  const before = await tx.select().from(careRelations).where(eq(careRelations.personId, personId));
  const known = new Set(before.map(({ clinicianCode }) => clinicianCode));
  const codes = given.map(({ code }) => code);
  const ofPerson = eq(careRelations.personId, personId);
  await tx
    .delete(careRelations)
    .where(codes.length > 0 ? and(ofPerson, notInArray(careRelations.clinicianCode, codes)) : ofPerson);
  for (const { code, from, until } of given.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const period = { startsOn: from, endsOn: until ?? null };
    await tx
      .insert(careRelations)
      .values({ id: newId(), environmentId, personId, clinicianCode: code, ...period })
      .onConflictDoUpdate({
        target: [careRelations.environmentId, careRelations.personId, careRelations.clinicianCode],
        set: period,
      });
  }
  const added = [...new Set(codes)].filter((code) => !known.has(code));
  const removed = [...known].filter((code) => !codes.includes(code));
  return added.length + removed.length > 0 ? { added, removed } : null;
}
