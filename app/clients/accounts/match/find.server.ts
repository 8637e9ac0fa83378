import { and, asc, eq, inArray } from "drizzle-orm";
import { db, transaction, type Reads } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { matchCandidates } from "#app/clients/records/match-candidates.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { accountIn } from "../mailed/accounts.server.ts";
import { accountCourse } from "./account-case.server.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { staffOf } from "./staff.server.ts";

/** Accounts of the own environment that wait for practice staff, oldest first. */
export async function waitingSignUps(actor: StaffActor): Promise<ClientAccount[]> {
  return db
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, staffOf(actor)), eq(clientAccounts.state, "signed_up")))
    .orderBy(asc(clientAccounts.createdAt), asc(clientAccounts.id));
}

/**
 * One sign-up of the own environment with the persons it may be, and which of these have an account already. Who looked
 * at whose details is written down in the same transaction.
 * @throws NotFound for one of another environment, as if it did not exist (H11)
 */
export async function signUpWithCandidates(actor: StaffActor, id: string) {
  const environmentId = staffOf(actor);
  return transaction(async (tx) => {
    const account = await accountIn(environmentId, id, tx);
    // Somebody who came by DigiD never was a sign-up.
    if (!account?.birthDate) throw new NotFound();
    const { firstName, lastName, birthDate } = account;
    const found =
      account.state === "signed_up" ? await matchCandidates(environmentId, { firstName, lastName, birthDate }, tx) : [];
    const taken = await accountsOf(
      tx,
      environmentId,
      found.map(({ personId }) => personId),
    );
    const line = { event: "client.match_look", organisation: account.environmentId } as const;
    await audit(tx, actor, { ...line, id: account.id });
    for (const { personId: id } of found) await audit(tx, actor, { ...line, object: "person", id, subjectId: id });
    const candidates = found.map((one) => ({ ...one, hasAccount: taken.has(one.personId) }));
    return { account, candidates, course: await accountCourse(tx, account.id) };
  });
}

/** Which of these persons have an account that counts: not refused, not closed. */
export async function accountsOf(from: Reads, environmentId: string, personIds: string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await from
    .select({ personId: clientAccounts.personId })
    .from(clientAccounts)
    .where(
      and(
        eq(clientAccounts.environmentId, environmentId),
        inArray(clientAccounts.personId, personIds),
        inArray(clientAccounts.state, ["signed_up", "terms_pending", "active"]),
      ),
    );
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
