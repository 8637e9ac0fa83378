import type { Transaction } from "#db/client.server.ts";
import type { EventFor } from "#app/platform/audit/events/catalogue.ts";
import { audit, type AuditLine } from "#app/platform/audit/record.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { Person } from "../person.server.ts";

type Look = Pick<
  AuditLine<EventFor<"own_record">>,
  "event" | "object" | "id" | "version" | "outcome" | "reason" | "detail"
>;

/** One line for one look of a client at the own record, in the transaction of the read (NEN 7513; U03). */
export async function logLook(tx: Transaction, actor: ClientActor, person: Person, line: Look): Promise<void> {
  await audit(tx, actor, {
    id: person.id,
    ...line,
    subjectId: person.id,
    purpose: "own_record",
    basis: actor.way === "digid" ? "digid" : "mailed_code",
  });
}
