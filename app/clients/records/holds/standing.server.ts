import { and, desc, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { partHolds } from "#db/schema/records.ts";
import { dutchDate, today } from "#app/shared/clock.server.ts";
import type { Person } from "../person.server.ts";

export type Hold = typeof partHolds.$inferSelect;

/** Whether a hold is in force at this moment: computed, so that it ends by itself. */
export const isStanding = (hold: Hold): boolean => hold.releasedAt === null && hold.opensOn > today();

/** Every hold there ever was on parts of a person, newest first. A hold is of the part, whatever version came since. */
export function holdsOf(tx: Reads, person: Pick<Person, "id" | "environmentId">): Promise<Hold[]> {
  return tx
    .select()
    .from(partHolds)
    .where(and(eq(partHolds.environmentId, person.environmentId), eq(partHolds.personId, person.id)))
    .orderBy(desc(partHolds.heldAt), desc(partHolds.id));
}

/** Whether a part came into sight after the client's previous sign-in because a hold on it ended. */
export const endedSince = ({ releasedAt, opensOn }: Hold, since: Date): boolean =>
  releasedAt !== null && dutchDate(releasedAt) < opensOn ? releasedAt > since : opensOn > dutchDate(since);
