import { and, eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { memberships, practices } from "#db/schema/practices.ts";
import type { PracticeRights } from "#app/shared/actor.ts";
import { runs } from "#app/shared/running.server.ts";
import { grantsTo, type Grant } from "./grants.server.ts";
import { groupsTogether, opensAny } from "./report-groups.ts";

/**
 * What an account may see today, practice by practice. The one place where this is decided:
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
  const given = await grantsTo([accountId], null, from);
  return current.map(({ membership, practice }) => {
    const base = { practiceId: practice.id, name: practice.name, agb: practice.agb, kind: practice.kind };
    const here = inForce.filter((one) => one.practiceId === practice.id);
    if (membership.role === "practitioner") {
      const own = here.filter((one) => one.accountId === accountId);
      return { ...base, role: "practitioner", ...everything(own.map((one) => one.id)) };
    }
    const mine = given.filter((grant) => grant.practiceId === practice.id && grant.standing === "works");
    return { ...base, role: "employee", ...together(mine) };
  });
}

function everything(authorizationIds: string[]) {
  const open = authorizationIds.length > 0;
  const groups = open ? "all" : [];
  return { reports: open, patientDetails: open, reportGroups: groups, detailGroups: groups, authorizationIds } as const;
}

/**
 * Several practitioners may grant: the rights add up, each within its own report groups, so that nobody sees patients
 * behind a group for which only reports were given. Patient details imply reports.
 */
function together(mine: Grant[]) {
  const seeing = mine.filter((grant) => grant.reports || grant.patientDetails);
  const reportGroups = groupsTogether(seeing.map((grant) => grant.reportGroups));
  const detailed = seeing.filter((grant) => grant.patientDetails);
  const detailGroups = groupsTogether(detailed.map((grant) => grant.reportGroups));
  return {
    reports: opensAny(reportGroups),
    patientDetails: opensAny(detailGroups),
    reportGroups,
    detailGroups,
    authorizationIds: seeing.map((grant) => grant.authorizationId),
  };
}
