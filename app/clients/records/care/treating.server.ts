import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { careRelations } from "#db/schema/records.ts";
import { today } from "#app/shared/clock.server.ts";

/** Codes, in the system of origin, of the clinicians who treat a person today. */
export async function treatingCodes(tx: Reads, environmentId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: careRelations.clinicianCode })
    .from(careRelations)
    .where(
      and(
        eq(careRelations.environmentId, environmentId),
        eq(careRelations.personId, personId),
        lte(careRelations.startsOn, today()),
        or(isNull(careRelations.endsOn), gte(careRelations.endsOn, today())),
      ),
    );
  return rows.map(({ code }) => code);
}
