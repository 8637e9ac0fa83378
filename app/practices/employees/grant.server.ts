import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { grants, memberships } from "#db/schema/practices.ts";
import { audit } from "#app/audit/record.server.ts";
import { endSessions } from "#app/identity/sessions.server.ts";
import type { AccountActor, Actor } from "#app/rights/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { GrantInput } from "./form.ts";

type NewGrant = {
  accountId: string;
  practiceId: string;
  authorizationId: string;
  grantedBy: string;
  reports: boolean;
  patientDetails: boolean;
  reportGroups: string[];
  startsOn: string;
  endsOn: string | null;
};

/** Writes a grant; one that the same practitioner gave before for this person and practice stops (I-13). */
export async function addGrant(tx: Transaction, actor: Actor, grant: NewGrant): Promise<void> {
  const { accountId, practiceId, authorizationId, grantedBy, reportGroups, startsOn, endsOn } = grant;
  await stop(tx, actor, { accountId, practiceId, grantedBy });
  const id = newId();
  const reports = grant.reports || grant.patientDetails;
  const patientDetails = grant.patientDetails;
  const rights = { reports, patientDetails, reportGroups, startsOn, endsOn };
  await tx
    .insert(grants)
    .values({ id, accountId, practiceId, authorizationId, grantedBy, ...rights, createdAt: now() });
  const object = { type: "grant", id };
  await audit(tx, actor, {
    event: "grant.give",
    action: "C",
    object,
    subjectId: accountId,
    basis: authorizationId,
    detail: rights,
  });
}

async function stop(
  tx: Transaction,
  actor: Actor,
  which: { accountId: string; practiceId: string; grantedBy: string },
): Promise<number> {
  const by = actor.kind === "account" ? actor.accountId : null;
  const stopped = await tx
    .update(grants)
    .set({ withdrawnAt: now(), withdrawnBy: by })
    .where(
      and(
        eq(grants.accountId, which.accountId),
        eq(grants.practiceId, which.practiceId),
        eq(grants.grantedBy, which.grantedBy),
        isNull(grants.withdrawnAt),
      ),
    )
    .returning({ id: grants.id });
  for (const { id } of stopped) {
    const object = { type: "grant", id };
    await audit(tx, actor, { event: "grant.withdraw", action: "U", object, subjectId: which.accountId });
  }
  return stopped.length;
}

/** The authorization of this practitioner for a practice. @throws Forbidden when there is none in force */
function ownAuthorization(actor: AccountActor, practiceId: string): string {
  const own = actor.practices.find((one) => one.practiceId === practiceId && one.role === "practitioner");
  if (!own?.authorizationIds[0]) throw new Forbidden("authorization_needed");
  return own.authorizationIds[0];
}

/** A practitioner changes what an employee may see; the employee signs in again, so that nothing of before stays open. */
export async function changeGrant(
  actor: AccountActor,
  person: { accountId: string; practiceId: string },
  input: GrantInput,
): Promise<void> {
  const authorizationId = ownAuthorization(actor, person.practiceId);
  await transaction(async (tx) => {
    await mustWorkHere(tx, person);
    await addGrant(tx, actor, { ...person, ...input, authorizationId, grantedBy: actor.accountId, startsOn: today() });
    await endSessions(tx, actor, person.accountId, "rights_changed");
  });
}

/** A practitioner withdraws what was granted; it bites on the next request. @throws Conflict when nothing was open */
export async function withdrawGrant(
  actor: AccountActor,
  person: { accountId: string; practiceId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const stopped = await stop(tx, actor, { ...person, grantedBy: actor.accountId });
    if (stopped === 0) throw new Conflict("nothing_granted");
    await endSessions(tx, actor, person.accountId, "rights_withdrawn");
  });
}

async function mustWorkHere(tx: Transaction, person: { accountId: string; practiceId: string }): Promise<void> {
  const [row] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.accountId, person.accountId),
        eq(memberships.practiceId, person.practiceId),
        eq(memberships.role, "employee"),
      ),
    );
  if (!row) throw new Conflict("not_here");
}
