import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { authorizations } from "#db/schema/authorization.ts";
import { grants, memberships, practices } from "#db/schema/practices.ts";
import { today } from "#app/shared/clock.server.ts";
import type { PracticeRights } from "./actor.ts";

/**
 * What an account may see today, practice by practice. The one place where this is decided (house rule 5):
 * a practitioner sees while the own authorization is in force; an employee sees what was granted under one that is.
 * Deny by default: no row, no right.
 */
export async function practiceRights(accountId: string, from: Reads = db): Promise<PracticeRights[]> {
  const places = await from
    .select({ membership: memberships, practice: practices })
    .from(memberships)
    .innerJoin(practices, eq(practices.id, memberships.practiceId))
    .where(eq(memberships.accountId, accountId))
    .orderBy(practices.name);
  const current = places.filter(({ membership }) => runs(membership));
  if (current.length === 0) return [];
  const inForce = await from
    .select({ id: authorizations.id, practiceId: authorizations.practiceId, accountId: authorizations.accountId })
    .from(authorizations)
    .where(
      and(
        eq(authorizations.state, "in_force"),
        inArray(
          authorizations.practiceId,
          current.map((place) => place.practice.id),
        ),
      ),
    );
  const given = await from
    .select()
    .from(grants)
    .where(and(eq(grants.accountId, accountId), isNull(grants.withdrawnAt)));
  return current.map(({ membership, practice }) => {
    const base = { practiceId: practice.id, name: practice.name, agb: practice.agb, kind: practice.kind };
    const here = inForce.filter((one) => one.practiceId === practice.id);
    if (membership.role === "practitioner") {
      const own = here.filter((one) => one.accountId === accountId);
      return { ...base, role: "practitioner", ...everything(own.map((one) => one.id)) };
    }
    const ids = new Set(here.map((one) => one.id));
    const mine = given.filter(
      (grant) => grant.practiceId === practice.id && runs(grant) && ids.has(grant.authorizationId),
    );
    return { ...base, role: "employee", ...together(mine) };
  });
}

function everything(authorizationIds: string[]) {
  const open = authorizationIds.length > 0;
  return { reports: open, patientDetails: open, reportGroups: [], authorizationIds };
}

/** Several practitioners may grant: the rights add up. Patient details imply reports. */
function together(mine: (typeof grants.$inferSelect)[]) {
  const seeing = mine.filter((grant) => grant.reports || grant.patientDetails);
  const all = seeing.some((grant) => grant.reportGroups.length === 0);
  return {
    reports: seeing.length > 0,
    patientDetails: mine.some((grant) => grant.patientDetails),
    reportGroups: all ? [] : [...new Set(seeing.flatMap((grant) => grant.reportGroups))],
    authorizationIds: seeing.map((grant) => grant.authorizationId),
  };
}

/** A row with `startsOn` and `endsOn` runs today, both days included, Dutch time. */
function runs(row: { startsOn: string; endsOn: string | null }): boolean {
  return row.startsOn <= today() && (row.endsOn === null || row.endsOn >= today());
}
