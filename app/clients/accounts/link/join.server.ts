import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { bsnIndex, personById } from "#app/clients/records/person.server.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { tellLink } from "./tell-link.server.ts";
import { isLate, type DigidProof } from "./proof.server.ts";

const UNDO_MS = 24 * 3_600_000;

/**
 * How joining a DigiD and an account ended. late: a proof is older than ten minutes; level: DigiD below what the
 * environment asks; taken: this DigiD has an account here already; other_digid: the account has another DigiD;
 * unknown_bsn: the record of the person has no BSN to compare with; other_person: the DigiD is of somebody else.
 */
export type LinkAnswer = "linked" | "late" | "level" | "taken" | "other_digid" | "unknown_bsn" | "other_person";

/**
 * Joins a DigiD to an account whose owner has just been proven too. The BSN has to be the one in the record of the
 * matched person: an equal address or a known password alone never links. What is refused is logged; a DigiD of
 * somebody else is told to the owner.
 */
export async function join(
  tx: Transaction,
  actor: Actor,
  environment: Environment,
  account: ClientAccount,
  proof: DigidProof,
): Promise<LinkAnswer> {
  const index = bsnIndex(environment.id, proof.bsn);
  const answer = await judge(tx, environment, account, proof, index);
  await audit(tx, actor, {
    event: "client.link_digid",
    outcome: answer === "linked" ? "done" : "refused",
    id: account.id,
    organisation: environment.id,
    subjectId: account.personId,
    reason: answer === "linked" ? undefined : answer,
    detail: { level: proof.level },
  });
  if (answer === "linked") await keep(tx, account, index);
  if (answer === "linked" || answer === "taken" || answer === "other_person") {
    await tellLink(tx, account, answer === "linked" ? "linked" : "not_linked");
  }
  return answer;
}

async function judge(
  tx: Transaction,
  environment: Environment,
  account: ClientAccount,
  proof: DigidProof,
  index: string,
): Promise<LinkAnswer> {
  if (isLate(proof.authenticatedAt)) return "late";
  if (proof.level < environment.digid.level) return "level";
  if (account.bsnIndex !== null && account.bsnIndex !== index) return "other_digid";
  const person = account.personId === null ? null : await personById(environment.id, account.personId, tx);
  if (!person || person.bsnIndex === null) return "unknown_bsn";
  if (person.bsnIndex !== index) return "other_person";
  const others = await tx.$count(
    clientAccounts,
    and(
      eq(clientAccounts.environmentId, environment.id),
      eq(clientAccounts.bsnIndex, index),
      ne(clientAccounts.id, account.id),
      ne(clientAccounts.state, "closed"),
    ),
  );
  return others > 0 ? "taken" : "linked";
}

async function keep(tx: Transaction, account: ClientAccount, index: string): Promise<void> {
  // A closed account stays as it is, but no longer keeps the DigiD.
  const closed = and(eq(clientAccounts.bsnIndex, index), eq(clientAccounts.state, "closed"));
  await tx
    .update(clientAccounts)
    .set({ bsnIndex: null })
    .where(and(eq(clientAccounts.environmentId, account.environmentId), closed));
  const moment = now();
  const set = await tx
    .update(clientAccounts)
    .set({ bsnIndex: index, digidLinkedAt: moment, digidUndoUntil: new Date(moment.getTime() + UNDO_MS) })
    .where(
      and(
        eq(clientAccounts.id, account.id),
        isNull(clientAccounts.bsnIndex),
        inArray(clientAccounts.state, ["active", "terms_pending"]),
      ),
    )
    .returning({ id: clientAccounts.id });
  if (set.length === 0) throw new Conflict("link_changed");
}
