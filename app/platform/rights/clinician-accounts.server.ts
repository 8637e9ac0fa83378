import { and, eq, inArray } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { today } from "#app/shared/clock.server.ts";

/** Accounts of the clinicians with these codes who work for an environment today. */
export async function clinicianAccounts(environmentId: string, codes: string[], from: Reads): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await from
    .select()
    .from(environmentStaff)
    .where(
      and(
        eq(environmentStaff.environmentId, environmentId),
        eq(environmentStaff.role, "clinician"),
        inArray(environmentStaff.clinicianCode, codes),
      ),
    );
  return rows
    .filter((row) => row.startsOn <= today() && (row.endsOn === null || row.endsOn >= today()))
    .map(({ accountId }) => accountId);
}
