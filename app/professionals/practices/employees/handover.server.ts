import { handoverCode } from "#app/platform/doors/handover.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { grantsTo } from "#app/platform/rights/grants.server.ts";
import { Forbidden } from "#app/shared/errors.ts";
import type { Person } from "./grant.server.ts";

/**
 * A code that the practitioner who gave access hands over to an employee without a mobile; an earlier one stops working.
 * @throws Forbidden for who gave this person nothing here
 */
export async function handOver(actor: AccountActor, { accountId, practiceId }: Person): Promise<string> {
  const given = await grantsTo([accountId], practiceId);
  if (!given.some((one) => one.grantedBy === actor.accountId)) throw new Forbidden("not_the_giver");
  return handoverCode(actor, accountId);
}
