import { and, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { careRelations } from "#db/schema/records.ts";
import { runsToday } from "#app/shared/running.server.ts";

/** Codes, in the system of origin, of the clinicians who treat a person today. */
export async function treatingCodes(tx: Reads, environmentId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: careRelations.clinicianCode })
    .from(careRelations)
    .where(
      and(
        eq(careRelations.environmentId, environmentId),
        eq(careRelations.personId, personId),
        runsToday(careRelations),
      ),
    );
  return rows.map(({ code }) => code);
}
