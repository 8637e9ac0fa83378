import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { allOf, entryOf, type EventName, events, mayRead } from "./events/catalogue.ts";
import type { Entry, Reader } from "./events/entry.ts";
import { doers } from "./events/words.data.ts";
import { own } from "#app/shared/own.ts";

/** One thing that happened to a case, said in both languages. */
export type Happening = { id: string; at: Date; nl: string; en: string };

/** Who reads. `self`: the account whose own acts are told as "you"; without `names`, others are told by what they are. */
type As = { reader: Reader; self?: string; names?: boolean };
type Steps = { steps: Record<string, { event: EventName }> };

/**
 * What happened to a case, oldest first, from the log: that it was asked and every step, in the words of the catalogue.
 * The catalogue tells who may read which line. Looks are not part of it, nor is any reason or note of a line.
 * @param id of the case; who asks has to have opened it
 */
export async function courseOf(
  from: Reads,
  { steps }: Steps,
  id: string,
  { reader, self, names = true }: As,
): Promise<Happening[]> {
  const about = Object.values(steps).flatMap(({ event }) => {
    const { object }: Entry = events[event];
    return object ? allOf(object) : [];
  });
  const { at, event, actorId, actorName, role } = auditLog;
  const lines = await from
    .select({ id: auditLog.id, at, event, actorId, actorName, role })
    .from(auditLog)
    .where(
      and(
        inArray(auditLog.objectType, [...new Set(about)]),
        eq(auditLog.objectId, id),
        ne(auditLog.action, "R"),
        eq(auditLog.outcome, "done"),
      ),
    )
    .orderBy(asc(at), asc(auditLog.id));
  return lines.flatMap((line) => {
    const entry = mayRead(line.event, reader) ? entryOf(line.event) : null;
    if (!entry) return [];
    const known = own(doers, line.role ?? "") ?? doers.somebody;
    const told = names && line.role !== "system" && line.actorName ? { nl: line.actorName, en: line.actorName } : known;
    const who = self !== undefined && line.actorId === self ? doers.you : told;
    return { id: line.id, at: line.at, nl: `${who.nl} ${entry.nl}`, en: `${who.en} ${entry.en}` };
  });
}
