import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { grants, memberships, type ReportGroups } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { authorizationInForce } from "#app/platform/rights/in-force.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { AccountActor, Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { tellEmployee } from "./tell-grant.server.ts";

/** An employee at a practice. */
export type Person = { accountId: string; practiceId: string };
/** What is granted: dates `YYYY-MM-DD`, both days included; no end means until it is taken away. */
export type Granted = {
  reports: boolean;
  patientDetails: boolean;
  reportGroups: ReportGroups;
  startsOn: string;
  endsOn: string | null;
};
type Giver = { authorizationId: string; grantedBy: string };

/**
 * Writes a grant of this practitioner for this person and practice (I-13).
 * @returns the id, or null when one stands already: that one is left as it is
 */
export async function addGrant(
  tx: Transaction,
  actor: Actor,
  { accountId, practiceId, authorizationId, grantedBy, ...given }: Person & Giver & Granted,
): Promise<string | null> {
  const rights = implied(given);
  const [made] = await tx
    .insert(grants)
    .values({
      ...{ id: newId(), accountId, practiceId, authorizationId, grantedBy, ...rights },
      ...{ createdAt: now(), version: 1 },
    })
    .onConflictDoNothing()
    .returning({ id: grants.id });
  if (!made) return null;
  await followGrants(tx, { accountId, practiceId });
  await audit(tx, actor, {
    ...{ event: "grant.give", id: made.id, subjectId: accountId },
    ...{ basis: authorizationId, detail: { grantedBy, ...rights } },
  });
  return made.id;
}

/**
 * A practitioner changes what the own grant lets an employee see, or gives one; grants of others stay as they are. The
 * employee signs in again, so that nothing of before stays open. Ask for a fresh code first.
 * @param version of the grant as it was shown; 0 when there was none
 * @throws Forbidden without an own authorization in force; Conflict `grant_changed` when it is another one by now
 */
export async function changeGrant(actor: AccountActor, person: Person, given: Granted, version: number): Promise<void> {
  await transaction(async (tx) => {
    await mustWorkHere(tx, person);
    const authorizationId = await authorizationInForce(tx, actor.accountId, person.practiceId);
    if (!authorizationId) throw new Forbidden("authorization_needed");
    const grantedBy = actor.accountId;
    const id =
      version === 0
        ? await addGrant(tx, actor, { ...person, ...given, authorizationId, grantedBy })
        : await renew(tx, actor, { ...person, authorizationId, grantedBy, version }, implied(given));
    if (!id) throw new Conflict("grant_changed");
    await endSessions(tx, actor, accountDoor, { id: person.accountId }, "rights_changed");
    await tellEmployee(tx, person.accountId, `${id}:${version + 1}`);
  });
}

async function renew(
  tx: Transaction,
  actor: Actor,
  { accountId, practiceId, authorizationId, grantedBy, version }: Person & Giver & { version: number },
  after: Granted,
): Promise<string | null> {
  const mine = and(
    eq(grants.accountId, accountId),
    eq(grants.practiceId, practiceId),
    eq(grants.grantedBy, grantedBy),
    eq(grants.version, version),
    isNull(grants.withdrawnAt),
  );
  const [before] = await tx.select().from(grants).where(mine);
  const [row] = await tx
    .update(grants)
    .set({ ...after, authorizationId, version: version + 1 })
    .where(mine)
    .returning({ id: grants.id });
  if (!before || !row) return null;
  await followGrants(tx, { accountId, practiceId });
  const { reports, patientDetails, reportGroups, startsOn, endsOn } = before;
  const was = { reports, patientDetails, reportGroups, startsOn, endsOn };
  await audit(tx, actor, {
    ...{ event: "grant.change", id: row.id, version: version + 1 },
    ...{ subjectId: accountId, basis: authorizationId, detail: { grantedBy, before: was, after } },
  });
  return row.id;
}

/** Patient details imply reports. */
const implied = (given: Granted): Granted => {
  const { patientDetails, reportGroups, startsOn, endsOn } = given;
  return { reports: given.reports || patientDetails, patientDetails, reportGroups, startsOn, endsOn };
};

/**
 * An employee works at a practice for as long as the longest grant runs: nobody's end date cuts what somebody else gave,
 * and who is given access again is there again.
 */
async function followGrants(tx: Transaction, { accountId, practiceId }: Person): Promise<void> {
  const ends = await tx
    .select({ endsOn: grants.endsOn })
    .from(grants)
    .where(and(eq(grants.accountId, accountId), eq(grants.practiceId, practiceId), isNull(grants.withdrawnAt)));
  const last = ends.map(({ endsOn }) => endsOn ?? "").toSorted();
  const endsOn = last[0] === "" ? null : (last.at(-1) ?? null);
  await tx
    .update(memberships)
    .set({ endsOn })
    .where(
      and(
        eq(memberships.accountId, accountId),
        eq(memberships.practiceId, practiceId),
        eq(memberships.role, "employee"),
      ),
    );
}

async function mustWorkHere(tx: Transaction, { accountId, practiceId }: Person): Promise<void> {
  const [row] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), eq(memberships.practiceId, practiceId)));
  if (row?.role !== "employee") throw new Conflict("not_here");
}
