import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { grants } from "#db/schema/practices.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import { grantsTo } from "#app/platform/rights/grants.server.ts";
import type { Person } from "./grant.server.ts";

const SHOWN = 5;

/** Who gave a person what at a practice, and how that stands today: the reader's own first, then by name. */
export async function givenTo({ accountId, practiceId }: Person, reader: string) {
  const all = await grantsTo([accountId], practiceId);
  const names = await accountNames(all.map((one) => one.grantedBy));
  return all
    .map(({ grantedBy, reports, patientDetails, reportGroups, startsOn, endsOn, standing, version }) => ({
      own: grantedBy === reader,
      by: names.get(grantedBy)?.name ?? "",
      ...{ reports, patientDetails, reportGroups, startsOn, endsOn, standing, version },
    }))
    .toSorted((a, b) => Number(b.own) - Number(a.own) || a.by.localeCompare(b.by, "nl"));
}

/** The last grants that were taken away from a person at a practice: whose, when, and whether with the account. */
export async function takenFrom({ accountId, practiceId }: Person) {
  const rows = await db
    .select({ grantedBy: grants.grantedBy, at: grants.withdrawnAt, reason: grants.withdrawnReason })
    .from(grants)
    .where(
      and(
        eq(grants.accountId, accountId),
        eq(grants.practiceId, practiceId),
        isNotNull(grants.withdrawnAt),
        isNotNull(grants.withdrawnReason),
      ),
    )
    .orderBy(desc(grants.withdrawnAt))
    .limit(SHOWN);
  const names = await accountNames(rows.map((row) => row.grantedBy));
  return rows.flatMap(({ grantedBy, at, reason }) =>
    at === null ? [] : [{ by: names.get(grantedBy)?.name ?? "", at, reason }],
  );
}

export type Given = Awaited<ReturnType<typeof givenTo>>[number];
