import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { nameConsents, practices } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { authorizationInForce, authorizationsOfPractices } from "#app/platform/rights/in-force.server.ts";
import { consentingAuthorizations } from "#app/platform/rights/named-practices.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

/** `mine`: this practitioner consents; `others`: other practitioners of the practice, of whom `consenting` in all consent. */
export type NameConsent = { mine: boolean; others: number; consenting: number };

/**
 * A practitioner consents that the practice stands in its care group by name; under the own authorization, with which the
 * consent falls. @throws Forbidden without one in force, Conflict when it was given already
 */
export async function giveNameConsent(actor: AccountActor, practiceId: string): Promise<void> {
  await transaction(async (tx) => {
    const authorizationId = await ownAuthorization(tx, actor, practiceId);
    if (await open(tx, authorizationId)) throw new Conflict("state_changed");
    const id = newId();
    await tx
      .insert(nameConsents)
      .values({ id, practiceId, authorizationId, accountId: actor.accountId, givenAt: now() });
    await audit(tx, actor, { event: "name_consent.give", id: id, organisation: await agbOf(tx, practiceId) });
  });
}

/** A practitioner ends the own consent; the name is gone at the next look. @throws Forbidden, Conflict when there was none */
export async function endNameConsent(actor: AccountActor, practiceId: string): Promise<void> {
  await transaction(async (tx) => {
    const authorizationId = await ownAuthorization(tx, actor, practiceId);
    const ended = await tx
      .update(nameConsents)
      .set({ endedAt: now() })
      .where(and(eq(nameConsents.authorizationId, authorizationId), isNull(nameConsents.endedAt)))
      .returning({ id: nameConsents.id });
    if (!ended[0]) throw new Conflict("state_changed");
    await audit(tx, actor, { event: "name_consent.end", id: ended[0].id, organisation: await agbOf(tx, practiceId) });
  });
}

/** How it stands with the consent for one practice, as its practitioner sees it. */
export async function nameConsentOf(actor: AccountActor, practiceId: string): Promise<NameConsent> {
  const standing = await authorizationsOfPractices([practiceId]);
  const given = await consentingAuthorizations(standing.map((one) => one.id));
  const own = standing.find((one) => one.accountId === actor.accountId);
  return {
    mine: own !== undefined && given.has(own.id),
    others: standing.filter((one) => one.accountId !== actor.accountId).length,
    consenting: given.size,
  };
}

async function ownAuthorization(tx: Reads, actor: AccountActor, practiceId: string): Promise<string> {
  const found = await authorizationInForce(tx, actor.accountId, practiceId);
  if (!found) throw new Forbidden("authorization_needed");
  return found;
}

async function open(tx: Reads, authorizationId: string): Promise<boolean> {
  const mine = and(eq(nameConsents.authorizationId, authorizationId), isNull(nameConsents.endedAt));
  const [row] = await tx.select({ id: nameConsents.id }).from(nameConsents).where(mine);
  return row !== undefined;
}

async function agbOf(tx: Transaction, practiceId: string): Promise<string | undefined> {
  const [practice] = await tx.select({ agb: practices.agb }).from(practices).where(eq(practices.id, practiceId));
  return practice?.agb;
}
