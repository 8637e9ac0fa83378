import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import { treatingCodes } from "#app/clients/records/care/treating.server.ts";
import { today } from "#app/shared/clock.server.ts";

/** Accounts of the clinicians who treat a person today, to be told something. */
export async function cliniciansOf(
  tx: Reads,
  environmentId: string,
  personId: string,
): Promise<{ accountId: string; email: string; language: "nl" | "en" }[]> {
  const rows = await tx
    .select({ accountId: environmentStaff.accountId })
    .from(environmentStaff)
    .where(
      and(
        eq(environmentStaff.environmentId, environmentId),
        eq(environmentStaff.role, "clinician"),
        inArray(environmentStaff.clinicianCode, await treatingCodes(tx, environmentId, personId)),
        lte(environmentStaff.startsOn, today()),
        or(isNull(environmentStaff.endsOn), gte(environmentStaff.endsOn, today())),
      ),
    );
  const names = await accountNames(
    rows.map(({ accountId }) => accountId),
    tx,
  );
  return [...names].map(([accountId, { email, language }]) => ({ accountId, email, language }));
}
