import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { grants } from "#db/schema/practices.ts";
import { today } from "#app/shared/clock.server.ts";

/**
 * How a grant that was not taken away stands today: it works, begins later, is over, or has lost the authorization
 * that carried it.
 */
export type Standing = "works" | "later" | "over" | "fallen";
export type Grant = typeof grants.$inferSelect & { standing: Standing };

/** What these accounts were given and nobody took away, at one practice or at all. */
export async function grantsTo(accountIds: string[], practiceId: string | null, from: Reads = db): Promise<Grant[]> {
  if (accountIds.length === 0) return [];
  const rows = await from
    .select({ grant: grants, carried: authorizations.id })
    .from(grants)
    .leftJoin(
      authorizations,
      and(
        eq(authorizations.id, grants.authorizationId),
        eq(authorizations.practiceId, grants.practiceId),
        eq(authorizations.state, "in_force"),
      ),
    )
    .where(
      and(
        inArray(grants.accountId, accountIds),
        isNull(grants.withdrawnAt),
        practiceId === null ? undefined : eq(grants.practiceId, practiceId),
      ),
    );
  return rows.map(({ grant, carried }) => ({ ...grant, standing: standingOf(grant, carried !== null) }));
}

function standingOf(grant: { startsOn: string; endsOn: string | null }, carried: boolean): Standing {
  if (!carried) return "fallen";
  if (grant.endsOn !== null && grant.endsOn < today()) return "over";
  return grant.startsOn > today() ? "later" : "works";
}
