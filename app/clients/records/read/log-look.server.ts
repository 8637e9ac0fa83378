import type { Transaction } from "#db/client.server.ts";
import { audit, type AuditLine } from "#app/platform/audit/record.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { Person } from "../person.server.ts";

/** One line for one look of a client at the own record, in the transaction of the read (NEN 7513; U03). */
export async function logLook(
  tx: Transaction,
  actor: ClientActor,
  person: Person,
  line: Pick<AuditLine, "event" | "object" | "outcome" | "reason" | "detail">,
): Promise<void> {
  await audit(tx, actor, {
    object: { type: "record", id: person.id },
    ...line,
    action: "R",
    subjectId: person.id,
    purpose: "own_record",
    basis: actor.way === "digid" ? "digid" : "mailed_code",
  });
}
