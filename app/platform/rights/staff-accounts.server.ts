import { and, eq, inArray } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { runsToday } from "#app/shared/running.server.ts";

/** Practice staff, or the clinicians with these codes. */
type Who = { role: "staff" } | { role: "clinician"; codes: string[] };

/** Accounts of those who work for an environment today. */
export async function staffAccounts(from: Reads, environmentId: string, who: Who): Promise<string[]> {
  const coded = who.role === "clinician" ? inArray(environmentStaff.clinicianCode, who.codes) : undefined;
  const rows = await from
    .select({ accountId: environmentStaff.accountId })
    .from(environmentStaff)
    .where(
      and(
        eq(environmentStaff.environmentId, environmentId),
        eq(environmentStaff.role, who.role),
        coded,
        runsToday(environmentStaff),
      ),
    );
  return rows.map(({ accountId }) => accountId);
}
