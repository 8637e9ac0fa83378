import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import { today } from "#app/shared/clock.server.ts";

/** Accounts of the staff of an environment today, to be told something; clinicians are not among them. */
export async function staffAccounts(
  tx: Reads,
  environmentId: string,
): Promise<{ accountId: string; email: string; language: "nl" | "en" }[]> {
  const rows = await tx
    .select({ accountId: environmentStaff.accountId })
    .from(environmentStaff)
    .where(
      and(
        eq(environmentStaff.environmentId, environmentId),
        eq(environmentStaff.role, "staff"),
        lte(environmentStaff.startsOn, today()),
        or(isNull(environmentStaff.endsOn), gte(environmentStaff.endsOn, today())),
      ),
    );
  const ids = rows.map(({ accountId }) => accountId);
  const names = await accountNames(ids, tx);
  return [...names].map(([accountId, { email, language }]) => ({ accountId, email, language }));
}
