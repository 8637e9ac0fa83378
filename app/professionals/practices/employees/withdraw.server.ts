import { and, eq, isNull, ne, or } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { grants } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { AccountActor, Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Person } from "./grant.server.ts";
import { tellEmployee, tellForgotten, tellOthers } from "./tell-grant.server.ts";

/**
 * A practitioner takes away what that practitioner gave; it bites on the next request. What others gave stays, and they
 * are told. @throws Conflict `nothing_granted` when nothing of the own was open
 */
export async function withdrawGrant(actor: AccountActor, person: Person): Promise<void> {
  await transaction(async (tx) => {
    const mine = and(
      eq(grants.accountId, person.accountId),
      eq(grants.practiceId, person.practiceId),
      eq(grants.grantedBy, actor.accountId),
    );
    const [stopped] = await stop(tx, actor, mine, "taken_away");
    if (!stopped) throw new Conflict("nothing_granted");
    await endSessions(tx, actor, accountDoor, { id: person.accountId }, "rights_withdrawn");
    await tellEmployee(tx, person.accountId, `${stopped.id}:withdrawn`);
    await tellOthers(tx, actor.accountId, person, stopped.id);
  });
}

/**
 * Ends what an account had before it ended, when the person comes back: it was given to an account that was there, and
 * each practitioner re-confirms the own. They are told, except who brings the person back; `keep` leaves that one's
 * grant at this practice.
 */
export async function forgetGrants(
  tx: Transaction,
  actor: Actor,
  accountId: string,
  back: { grantedBy: string; keep?: { practiceId: string } },
): Promise<void> {
  const kept = back.keep && or(ne(grants.practiceId, back.keep.practiceId), ne(grants.grantedBy, back.grantedBy));
  const stopped = await stop(tx, actor, and(eq(grants.accountId, accountId), kept), "account_ended");
  for (const one of stopped) if (one.grantedBy !== back.grantedBy) await tellForgotten(tx, one);
}

async function stop(
  tx: Transaction,
  actor: Actor,
  which: ReturnType<typeof and>,
  withdrawnReason: "taken_away" | "account_ended",
) {
  const withdrawnBy = actor.kind === "account" ? actor.accountId : null;
  const stopped = await tx
    .update(grants)
    .set({ withdrawnAt: now(), withdrawnBy, withdrawnReason })
    .where(and(which, isNull(grants.withdrawnAt)))
    .returning();
  for (const { id, accountId, authorizationId, grantedBy } of stopped) {
    await audit(tx, actor, {
      ...{ event: "grant.withdraw", id, subjectId: accountId },
      ...{ basis: authorizationId, reason: withdrawnReason, detail: { grantedBy } },
    });
  }
  return stopped;
}
