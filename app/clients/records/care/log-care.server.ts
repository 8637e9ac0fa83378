import type { Transaction } from "#db/client.server.ts";
import type { EventFor } from "#app/platform/audit/events/catalogue.ts";
import { audit, type AuditLine } from "#app/platform/audit/record.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";

type Act = Pick<AuditLine<EventFor<"care">>, "event" | "id" | "version" | "detail">;

/** One line for one look or act of a clinician about an own client, in the transaction of the act (NEN 7513; U03). */
export async function logCare(tx: Transaction, actor: StaffActor, personId: string, line: Act): Promise<void> {
  await audit(tx, actor, {
    ...line,
    organisation: actor.staff.environmentId,
    subjectId: personId,
    purpose: "care",
    basis: "care_relation",
  });
}
