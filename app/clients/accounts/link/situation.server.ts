import { db } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { bsnIndex, personByBsn } from "#app/clients/records/person.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { accountIn, hasMailDoor } from "../mailed/accounts.server.ts";
import { accountsOf } from "../match/find.server.ts";
import { digidProof } from "./proof.server.ts";

/** Which of the two beginnings of a link this browser is at, or what there is to see or to undo. */
export async function linkSituation(actor: ClientActor | null, environment: Environment, token: string | null) {
  if (!actor) return question(environment, token);
  const account = await accountIn(environment.id, actor.accountId);
  if (!account) return null;
  if (account.bsnIndex !== null) {
    const mailDoor = await hasMailDoor(account);
    const until = mailDoor ? account.digidUndoUntil : null;
    return {
      kind: "linked" as const,
      since: (account.digidLinkedAt ?? account.createdAt).toISOString(),
      undoUntil: until && until > now() ? until.toISOString() : null,
      mailDoor,
    };
  }
  return (await hasMailDoor(account)) && account.email ? { kind: "start" as const, email: account.email } : null;
}

/** DigiD was first; `known`: the person that it proved has an account here. */
async function question(environment: Environment, token: string | null) {
  const found = await digidProof(environment, token);
  if (!found) return null;
  const person = await personByBsn(environment.id, bsnIndex(environment.id, found.proof.bsn));
  const known = person !== null && (await accountsOf(db, environment.id, [person.id])).size > 0;
  return { kind: "question" as const, known };
}
