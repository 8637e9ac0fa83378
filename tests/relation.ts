import { knowRelation, type Proof } from "#app/platform/rights/relations.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { newId } from "#app/shared/ids.server.ts";

type Standing = Proof & { id: string; accountId: string };
const standing: Standing[] = [];

// A kind of relation as a room will tell it: who, for whom, until when.
knowRelation({
  name: "carer",
  prove: async (_from, holder, id) =>
    standing.find((one) => one.id === id && one.accountId === holder.accountId) ?? null,
});

/** A relation by which an account acts for a client; the row may be changed by the test. */
export function aRelation(accountId: string, clientId: string): Standing {
  const relation: Standing = { id: newId(), accountId, clientId, endsAt: null };
  standing.push(relation);
  return relation;
}

/** The same actor, acting for another client under a relation that stands. */
export function actingFor(actor: ClientActor, clientId: string): ClientActor {
  const { id } = aRelation(actor.accountId, clientId);
  return { ...actor, clientId, relation: { id, kind: "carer", endsAt: null } };
}
