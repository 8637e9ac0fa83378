import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { bsnIndex, personByBsn, type Person } from "#app/clients/records/person.server.ts";
import { type ClientAccount, clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { ownDoor } from "#app/platform/doors/owners/own-door.server.ts";
import { type OwnDoor, ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { isBarred } from "../match/barred-number.server.ts";
import { accountsOf } from "../match/find.server.ts";
import type { DigidProof } from "../link/proof.server.ts";

/**
 * in: a session; closed: the account was closed, or taken away from this record; child, age_unknown: may not come in alone (`ownDoor`); unknown: nobody with this number is known here; question: the person has
 * an account with another door, to which this DigiD can be linked (U-03).
 */
type Outside = "closed" | "unknown" | "question" | Exclude<OwnDoor, "open">;
export type Entered = { kind: "in"; session: string } | { kind: Outside };

/**
 * Lets somebody in whom DigiD has proven: by the account that this DigiD belongs to, or by the person of this number in the
 * records, who then gets an account that waits for the terms (G-01, P-03). Number and environment together are the key,
 * never a name or an address.
 * @param device value of this browser's device cookie
 */
export async function enterWithDigid(
  actor: StrangerActor,
  environment: Environment,
  proof: DigidProof,
  device: string | null,
): Promise<Entered> {
  const index = bsnIndex(environment.id, proof.bsn);
  return transaction(async (tx) => {
    const known = await accountOf(tx, environment.id, index);
    if (known?.state === "closed" || known?.state === "refused") return { kind: "closed" };
    if (known) return judgeAge(tx, actor, known, proof, device);
    const person = await personByBsn(environment.id, index, tx);
    if (!person) return { kind: "unknown" };
    // Of a child no account is made.
    if (ownDoorAt(person.birthDate, today(), false) === "child") {
      await audit(tx, actor, { ...SHUT, ...about(person), reason: "child" });
      return { kind: "child" };
    }
    // Nobody gets a second account: whoever has one by mail proves it and links.
    if (environment.mailedCode && (await accountsOf(tx, environment.id, [person.id])).size > 0)
      return { kind: "question" };
    if (await isBarred(tx, person)) {
      await audit(tx, actor, { ...SHUT, ...about(person), reason: "wrong_person" });
      return { kind: "closed" };
    }
    return judgeAge(tx, actor, await openAccount(tx, actor, person), proof, device);
  });
}

/** Begins the session of an account, or keeps it shut; an account of unknown age waits for practice staff. */
async function judgeAge(
  tx: Transaction,
  actor: StrangerActor,
  account: ClientAccount,
  proof: DigidProof,
  device: string | null,
): Promise<Entered> {
  const door = await ownDoor(account, tx);
  if (door === "open") return begin(tx, actor, account, proof, device);
  const { id, environmentId: organisation, personId: subjectId } = account;
  await audit(tx, actor, { ...SHUT, id, organisation, subjectId, reason: door });
  return { kind: door };
}

const SHUT = { event: "client.sign_in", outcome: "refused" } as const;

const about = ({ id, environmentId }: Person) =>
  ({ object: "person", id, organisation: environmentId, subjectId: id }) as const;

async function accountOf(tx: Transaction, environmentId: string, index: string): Promise<ClientAccount | null> {
  const [row] = await tx
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, environmentId), eq(clientAccounts.bsnIndex, index)));
  return row ?? null;
}

/** Opens the account of a person whose number DigiD has proven; it waits for the terms. */
export async function openAccount(tx: Transaction, actor: StrangerActor, person: Person): Promise<ClientAccount> {
  const id = newId();
  const [account] = await tx
    .insert(clientAccounts)
    .values({
      id,
      environmentId: person.environmentId,
      state: "terms_pending",
      personId: person.id,
      firstName: person.firstName,
      lastName: person.lastName,
      bsnIndex: person.bsnIndex,
      digidLinkedAt: now(),
      createdAt: now(),
    })
    .returning();
  await audit(tx, actor, {
    event: "client.open_account",
    id,
    organisation: person.environmentId,
    subjectId: person.id,
  });
  return account!;
}

/** Starts the session of an account after DigiD. */
export async function begin(
  tx: Transaction,
  actor: StrangerActor,
  account: ClientAccount,
  proof: DigidProof,
  device: string | null,
): Promise<{ kind: "in"; session: string }> {
  const { requestId = "", address = "", client = "" } = actor;
  const facts = { requestId, address, client };
  const how = { ownerId: account.id, way: "digid", level: proof.level, device, facts } as const;
  const session = await startSession(tx, clientDoor(account.environmentId), how);
  return { kind: "in", session };
}
