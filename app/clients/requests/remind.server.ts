import { eq, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { isWorkingDay } from "#app/platform/settings/working-days.server.ts";
import { plusDays } from "#app/shared/working-days.ts";
import { isOpen } from "./kinds.ts";
import { tellClinicians, tellStaffLate } from "./mail.server.ts";
import { rowsAt } from "./rows.server.ts";

const DAYS_BEFORE = 7;

/**
 * Reminds the staff of each practice, once on every working day, while questions wait whose last day has come; the mail
 * names nobody and says how many.
 */
export async function remindStaff(actor: SystemActor): Promise<void> {
  if (!isWorkingDay(today())) return;
  await transaction(async (tx) => {
    const rows = await rowsAt(tx, "practice", lte(clientRequests.dueOn, today()));
    const late = rows.filter(isOpen).toSorted((a, b) => a.environmentId.localeCompare(b.environmentId));
    for (const [environmentId, waiting] of Map.groupBy(late, (row) => row.environmentId)) {
      await tellStaffLate(tx, environmentId, waiting.length);
      await audit(tx, actor, {
        ...{ event: "change.remind", id: environmentId, organisation: environmentId },
        detail: { waiting: waiting.length },
        subjectIds: waiting.map(({ personId }) => personId),
      });
    }
  });
}

/** Reminds the clinicians of a client, once for each due date, from seven days before it; names nobody. */
export async function remindClinicians(actor: SystemActor): Promise<void> {
  await transaction(async (tx) => {
    const rows = await rowsAt(tx, "record", lte(clientRequests.dueOn, plusDays(today(), DAYS_BEFORE)));
    for (const row of rows.filter(isOpen)) {
      const { id, environmentId: organisation, personId: subjectId, dueOn, remindedFor } = row;
      if (remindedFor === dueOn) continue;
      await tellClinicians(tx, row);
      await tx.update(clientRequests).set({ remindedFor: dueOn }).where(eq(clientRequests.id, id));
      await audit(tx, actor, { event: "correction.remind", id, subjectId, organisation });
    }
  });
}
