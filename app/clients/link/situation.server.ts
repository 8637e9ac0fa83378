import type { Environment } from "#app/environments/environment.ts";
import type { ClientActor } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { accountIn, hasMailDoor } from "../mailed/accounts.server.ts";
import { digidProof } from "./proof.server.ts";

/** Which of the two beginnings of a link this browser is at, or what there is to see or to undo. */
export async function linkSituation(actor: ClientActor | null, environment: Environment, token: string | null) {
  if (!actor) return (await digidProof(environment, token)) ? { kind: "question" as const } : null;
  const account = await accountIn(environment.id, actor.accountId);
  if (!account) return null;
  if (account.bsnIndex !== null) {
    const until = hasMailDoor(account) ? account.digidUndoUntil : null;
    return {
      kind: "linked" as const,
      since: (account.digidLinkedAt ?? account.createdAt).toISOString(),
      undoUntil: until && until > now() ? until.toISOString() : null,
      mailDoor: hasMailDoor(account),
    };
  }
  return hasMailDoor(account) && account.email ? { kind: "start" as const, email: account.email } : null;
}
