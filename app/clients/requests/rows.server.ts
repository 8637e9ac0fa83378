import { and, desc, eq, inArray, notInArray, type SQL } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { type Desk, desks, kindsOf } from "./kinds.ts";
import type { RowAt } from "./request.ts";

/** What one desk answers, as a condition of the query itself. */
const atDesk = (desk: Desk) => inArray(clientRequests.kind, kindsOf(desk));
/** What waits there for an answer. */
export const waitingAt = (desk: Desk) => and(atDesk(desk), notInArray(clientRequests.state, [...desks[desk].over]));

/** Requests that one desk answers, newest first: those of which `where` holds. */
export async function rowsAt<D extends Desk>(from: Reads, desk: D, where: SQL | undefined): Promise<RowAt<D>[]> {
  const rows: unknown = await from
    .select()
    .from(clientRequests)
    .where(and(atDesk(desk), where))
    .orderBy(desc(clientRequests.submittedAt), desc(clientRequests.id));
  return rows as RowAt<D>[];
}

/** The requests of one client, as a condition of the query itself: nobody else's is ever read (H11). */
export const ofPerson = ({ environmentId, id }: Pick<Person, "id" | "environmentId">) =>
  and(eq(clientRequests.environmentId, environmentId), eq(clientRequests.personId, id));
