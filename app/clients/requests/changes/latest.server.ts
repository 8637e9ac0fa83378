import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { ownAccounts } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { ChangeRow } from "./change.ts";

export type LatestChange = Pick<ChangeRow, "kind" | "state" | "answerBy">;

/**
 * The last thing the client asked about an appointment, or gave as contact data (`null`), not taken back; null when
 * there is none. No words of anybody: the page that shows it writes its own line in the log.
 * @throws NotFound where the way of signing in does not open it
 */
export async function latestChange(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | null,
): Promise<LatestChange | null> {
  const { moveAppointment, ownContact } = environment.switches;
  if (appointmentId === null ? !ownContact : !moveAppointment) return null;
  const person = await openPerson(db, actor, environment, appointmentId === null ? "profile" : "appointments");
  const about =
    appointmentId === null ? isNull(changeRequests.appointmentId) : eq(changeRequests.appointmentId, appointmentId);
  const own = and(eq(changeRequests.environmentId, environment.id), eq(changeRequests.personId, person.id));
  const by = inArray(changeRequests.accountId, await ownAccounts(db, person));
  const [row] = await db
    .select({ kind: changeRequests.kind, state: changeRequests.state, answerBy: changeRequests.answerBy })
    .from(changeRequests)
    .where(and(own, by, about, ne(changeRequests.state, "withdrawn")))
    .orderBy(desc(changeRequests.submittedAt), desc(changeRequests.id))
    .limit(1);
  return row ?? null;
}
