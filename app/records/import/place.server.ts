import { and, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { appointments, people, recordParts, treatments } from "#db/schema/records.ts";
import type { Doubts } from "./check.server.ts";
import type { FileName } from "./lines.ts";

/** Facts of the delivery that a line is judged by. */
export type Ground = { environment: string; madeAt: Date; doubts: Doubts };

/** What writing a line did. `detail`: facts for the log, without names or content. */
export type Written =
  | { what: "same" }
  | ({ what: "new" | "changed" | "withdrawn"; id: string; personId: string } & {
      version?: number;
      reason?: string;
      detail?: Record<string, unknown>;
    })
  | Refused;

/** A line that is not taken. `about`: persons here whom it would have touched; `object`: the row it would have changed. */
export type Refused = { what: "refused"; field: string | null; reason: string; about: string[]; object?: string };

export const refused = (field: string | null, reason: string, about: string[] = [], object?: string): Refused => ({
  ...{ what: "refused", field, reason, about: [...new Set(about)] },
  object,
});

export type Content = Exclude<FileName, "persons.jsonl">;
/** What the three kinds of rows have in common. */
export type Kept = Pick<
  typeof recordParts.$inferSelect,
  "id" | "environmentId" | "personId" | "externalId" | "lineHash" | "withdrawnAt"
>;
/** The three tables as far as they are alike. */
export const TABLES: Record<Content, typeof treatments> = {
  "treatments.jsonl": treatments,
  "appointments.jsonl": appointments as unknown as typeof treatments,
  "parts.jsonl": recordParts as unknown as typeof treatments,
};

/** The row of an id of origin, standing or withdrawn. */
export async function rowOf(tx: Reads, name: Content, environmentId: string, externalId: string): Promise<Kept | null> {
  const of = TABLES[name];
  const { id, personId, lineHash, withdrawnAt } = of;
  const [row] = await tx
    .select({ id, environmentId: of.environmentId, personId, externalId: of.externalId, lineHash, withdrawnAt })
    .from(of)
    .where(and(eq(of.environmentId, environmentId), eq(of.externalId, externalId)));
  return row ?? null;
}

/**
 * The row that a line is about, if it is here already, and the person it belongs to; or why it cannot be taken. An id that
 * is here for somebody else never moves: the record system used it again (decision 17).
 */
export async function placeOf(
  tx: Reads,
  { environment, madeAt, doubts }: Ground,
  name: Content,
  line: { id: string; person: string },
): Promise<{ known: Kept | null; personId: string } | Refused> {
  const [owner] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.environmentId, environment), eq(people.externalId, line.person)));
  const known = await rowOf(tx, name, environment, line.id);
  const about = [known?.personId, owner?.id].filter((id) => id !== undefined);
  if (doubts.twice.has(`${name} ${line.id}`)) return refused("id", "twice", about, known?.id);
  if (doubts.persons.has(line.person)) return refused("person", "person_left_out");
  if (doubts.unsure && !doubts.good.has(line.person)) return refused("person", "person_unsure");
  if (!owner) return refused("person", "unknown");
  if (known && known.personId !== owner.id) return refused("id", "of_another", about, known.id);
  if (known?.withdrawnAt && madeAt < known.withdrawnAt) return refused("id", "withdrawn_later", [owner.id], known.id);
  return { known, personId: owner.id };
}
