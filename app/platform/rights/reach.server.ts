import { db } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { requireClient, requireClientAtRest } from "./client-guards.server.ts";
import { proveRelation } from "./relations.server.ts";

/** What the address says: where, and by which relation for somebody else; without one it is about oneself. */
export type ReachParams = { environment?: string; relation?: string };
export type Reach = { actor: ClientActor; environment: Environment };

/**
 * A client on a page about a client: about oneself, or about whom the relation in the address leads to. The client stands
 * in the address and not in the session, so that two tabs never mix two persons up.
 * @throws redirect as `requireClient` does; NotFound when the relation does not stand now
 */
export async function requireReach(request: Request, params: ReachParams): Promise<Reach> {
  return reachFrom(await requireClient(request, params.environment), params.relation);
}

/** The same for what a page sends by itself, which is no sign of life (S04). */
export async function requireReachAtRest(request: Request, params: ReachParams): Promise<Reach> {
  return reachFrom(await requireClientAtRest(request, params.environment), params.relation);
}

/** Whom a relation leads to, for who is signed in here. @throws NotFound when it does not stand now */
export async function reachFrom({ actor, environment }: Reach, relationId: string | undefined): Promise<Reach> {
  if (relationId === undefined) return { actor, environment };
  const proven = await proveRelation(db, actor, relationId);
  if (!proven) throw new NotFound();
  const { clientId, ...relation } = proven;
  return { actor: { ...actor, clientId, relation }, environment };
}

/** What a form about a client carries: whom it was filled in about. */
export const aboutOf = (actor: ClientActor): string => actor.clientId ?? actor.accountId;

/**
 * The form of a page about a client. It is refused when it was filled in about somebody else than the address and the
 * session lead to now: another person signed in meanwhile, or another tab.
 * @throws Conflict `other_person`, and what `readForm` throws
 */
export async function readFormAbout(request: Request, actor: ClientActor): Promise<FormData> {
  const form = await readForm(request);
  if (textOf(form, ABOUT) !== aboutOf(actor)) throw new Conflict("other_person");
  form.delete(ABOUT);
  return form;
}

const ABOUT = "about";
