import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { ownAccounts } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { RowAt } from "./request.ts";
import { ofPerson, rowsAt } from "./rows.server.ts";

export type LatestRequest = Pick<RowAt<"practice">, "kind" | "state" | "dueOn">;

/**
 * The last thing the client asked about an appointment, or gave as contact data (`null`), not taken back; null when
 * there is none. No words of anybody: the page that shows it writes its own line in the log.
 * @throws NotFound where the way of signing in does not open it
 */
export async function latestRequest(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | null,
): Promise<LatestRequest | null> {
  const { moveAppointment, ownContact } = environment.switches;
  if (appointmentId === null ? !ownContact : !moveAppointment) return null;
  const person = await openPerson(db, actor, environment, appointmentId === null ? "profile" : "appointments");
  const about = appointmentId === null ? isNull(clientRequests.aboutId) : eq(clientRequests.aboutId, appointmentId);
  const by = inArray(clientRequests.accountId, await ownAccounts(db, person));
  const [row] = await rowsAt(db, "practice", and(ofPerson(person), by, about, ne(clientRequests.state, "withdrawn")));
  return row ? { kind: row.kind, state: row.state, dueOn: row.dueOn } : null;
}
