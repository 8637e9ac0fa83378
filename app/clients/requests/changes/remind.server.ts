import { and, asc, eq, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { isWorkingDay } from "#app/platform/settings/working-days.server.ts";
import { tellStaffLate } from "./mail.server.ts";

/**
 * Reminds the staff of each practice, once on every working day, while changes wait whose last day has come; the mail
 * names nobody and says how many.
 */
export async function remindStaff(actor: SystemActor): Promise<void> {
  if (!isWorkingDay(today())) return;
  await transaction(async (tx) => {
    const rows = await tx
      .select({ id: changeRequests.id, environmentId: changeRequests.environmentId, personId: changeRequests.personId })
      .from(changeRequests)
      .where(and(eq(changeRequests.state, "submitted"), lte(changeRequests.answerBy, today())))
      .orderBy(asc(changeRequests.environmentId), asc(changeRequests.id));
    for (const [environmentId, waiting] of Map.groupBy(rows, (row) => row.environmentId)) {
      await tellStaffLate(tx, environmentId, waiting.length);
      await audit(tx, actor, {
        ...{ event: "change.remind", organisation: environmentId, detail: { waiting: waiting.length } },
        id: environmentId,
        subjectIds: waiting.map(({ personId }) => personId),
      });
    }
  });
}
