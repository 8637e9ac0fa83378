import { eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { recordLinks } from "#db/schema/records.ts";
import type { Category, Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { accessTo, type Shut } from "#app/platform/rights/client-access.ts";
import { proveRelation } from "#app/platform/rights/relations.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { UnlinkWhy } from "../link/why.ts";
import { type Person, personById } from "../person.server.ts";

/** Whether a clinician opened the record, and since when. */
export type Link = {
  state: "none" | "asked" | "linked" | "unlinked";
  askedAt: Date | null;
  linkedAt: Date | null;
  /** Of a link that was stopped and not opened again: when, by whom, and why. */
  stopped: Stopped | null;
};
type Stopped = { at: Date; by: string | null; why: UnlinkWhy };

/** Why nothing is shown: the way of signing in, the record is not linked, or nobody is matched to this account yet. */
export type WhyShut = Shut | "link" | "nobody";
export type Closed = { open: false; because: WhyShut; link: Link };
/** What a look gives: the data, or why not. Nothing of the data is read before it is open. */
export type Opened<T> = ({ open: true; link: Link } & T) | Closed;

const NO_LINK: Link = { state: "none", askedAt: null, linkedAt: null, stopped: null };

/**
 * The client whose data are concerned, in the transaction of the look; null while nobody is matched to the account.
 * @throws NotFound when the session is of another environment, the person is not there, or no relation leads to it (H11)
 */
export async function concerned(tx: Reads, actor: ClientActor, environment: Environment): Promise<Person | null> {
  if (actor.environmentId !== environment.id) throw new NotFound();
  if (actor.clientId === null) return null;
  await proveReach(tx, actor);
  const person = await personById(environment.id, actor.clientId, tx);
  if (!person) throw new NotFound();
  return person;
}

/** Oneself, or whom a relation leads to that stands now, inside the transaction that rests on it. */
async function proveReach(tx: Reads, actor: ClientActor): Promise<void> {
  const { relation, clientId, personId } = actor;
  const reached = relation ? (await proveRelation(tx, actor, relation.id))?.clientId : personId;
  if (reached !== clientId) throw new NotFound();
}

/** State of the record link of a person; `none` where nobody ever asked. */
export async function linkOf(tx: Reads, person: Person | null): Promise<Link> {
  if (!person) return NO_LINK;
  const [row] = await tx.select().from(recordLinks).where(eq(recordLinks.personId, person.id));
  if (!row || row.environmentId !== person.environmentId) return NO_LINK;
  const { state, askedAt, linkedAt, unlinkedAt, unlinkedByName, unlinkedWhy } = row;
  const stopped =
    state === "linked" || unlinkedAt === null
      ? null
      : { at: unlinkedAt, by: unlinkedByName, why: unlinkedWhy ?? "other" };
  return { state, askedAt, linkedAt, stopped };
}

/** Whether a category is shut for this session, and why; null when it is open. Deny by default. */
export function whyShut(
  environment: Environment,
  actor: ClientActor,
  category: Category,
  person: Person | null,
  link: Link,
): WhyShut | null {
  if (!person) return "nobody";
  const access = accessTo(environment, actor, category, person.bsn !== null);
  if (!access.open) return access.because;
  const linked = category === "record" || category === "documents";
  return linked && environment.needsLink && link.state !== "linked" ? "link" : null;
}

/** The client in person, for an act in a category that is open to this session. @throws NotFound otherwise */
export async function openPerson(
  tx: Reads,
  actor: ClientActor,
  environment: Environment,
  category: Category,
): Promise<Person> {
  const person = await concerned(tx, actor, environment);
  if (!person || whyShut(environment, actor, category, person, await linkOf(tx, person))) throw new NotFound();
  return person;
}
