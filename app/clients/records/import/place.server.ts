import { and, eq, inArray } from "drizzle-orm";
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

/** What lines of one step name and is here already: rows by id of origin (standing or withdrawn), persons, treatments. */
export type Here = { rows: Map<string, Kept>; owners: Map<string, string>; treatments: Map<string, Kept> };
type Named = { id: string | null; person: string | null; treatment?: string };

/** Reads what some lines name, at once: one look for each kind, however many lines. */
export async function whatIsHere(tx: Reads, { environment }: Ground, name: FileName, lines: Named[]): Promise<Here> {
  const here: Here = { rows: new Map(), owners: new Map(), treatments: new Map() };
  if (name === "persons.jsonl") return here;
  const all = (of: keyof Named) => [...new Set(lines.flatMap((line) => line[of] ?? []))];
  here.rows = await rowsOf(tx, name, environment, all("id"));
  if (name === "parts.jsonl") here.treatments = await rowsOf(tx, "treatments.jsonl", environment, all("treatment"));
  const { id, externalId, environmentId } = people;
  const owners = await tx
    .select({ id, externalId })
    .from(people)
    .where(and(eq(environmentId, environment), inArray(externalId, all("person"))));
  here.owners = new Map(owners.map((owner) => [owner.externalId, owner.id]));
  return here;
}

async function rowsOf(tx: Reads, name: Content, environmentId: string, ids: string[]): Promise<Map<string, Kept>> {
  if (ids.length === 0) return new Map();
  const of = TABLES[name];
  const { id, personId, externalId, lineHash, withdrawnAt } = of;
  const rows = await tx
    .select({ id, environmentId: of.environmentId, personId, externalId, lineHash, withdrawnAt })
    .from(of)
    .where(and(eq(of.environmentId, environmentId), inArray(externalId, ids)));
  return new Map(rows.map((row) => [row.externalId, row]));
}

/**
 * The row that a line is about, if it is here already, and the person it belongs to; or why it cannot be taken. An id that
 * is here for somebody else never moves: the record system used it again (decision 17).
 */
export function placeOf(
  { madeAt, doubts }: Ground,
  here: Here,
  name: Content,
  line: { id: string; person: string },
): { known: Kept | null; personId: string } | Refused {
  const owner = here.owners.get(line.person);
  const known = here.rows.get(line.id) ?? null;
  const about = [known?.personId, owner].filter((id) => id !== undefined);
  if (doubts.twice.has(`${name} ${line.id}`)) return refused("id", "twice", about, known?.id);
  if (doubts.persons.has(line.person)) return refused("person", "person_left_out");
  if (doubts.unsure && !doubts.good.has(line.person)) return refused("person", "person_unsure");
  if (owner === undefined) return refused("person", "unknown");
  if (known && known.personId !== owner) return refused("id", "of_another", about, known.id);
  if (known?.withdrawnAt && madeAt < known.withdrawnAt) return refused("id", "withdrawn_later", [owner], known.id);
  return { known, personId: owner };
}
