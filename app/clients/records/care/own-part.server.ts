import { and, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { recordParts } from "#db/schema/records.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Person } from "../person.server.ts";
import type { PartRow } from "../read/parts.server.ts";
import { standing } from "../standing.ts";

/** One part of the record of this person. @throws NotFound for a part of anybody else */
export async function partOfPerson(tx: Reads, person: Pick<Person, "id" | "environmentId">, partId: string) {
  const [row] = await tx
    .select()
    .from(recordParts)
    .where(and(standing.parts(person), eq(recordParts.id, partId)));
  if (!row) throw new NotFound();
  return row satisfies PartRow;
}
