import { isNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { step } from "#app/platform/cases/step.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { ownDoor } from "#app/platform/doors/owners/own-door.server.ts";
import { accountIn } from "../mailed/accounts.server.ts";
import { accountCase } from "./account-case.server.ts";
import type { OnAccount } from "./decide.server.ts";
import { staffOf } from "./staff.server.ts";

/**
 * Practice staff saw that the owner of a paused account is 12 or older, where the birth date does not say so for
 * certain: the account opens. A date that says "under 12" for certain is never overruled.
 * @throws NotFound for an account of another environment; Conflict when it is not paused for want of an age
 */
export async function confirmAge(actor: StaffActor, on: OnAccount): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const account = await accountIn(environmentId, on.id, tx);
    if (!account) throw new NotFound();
    if ((await ownDoor(account, tx)) !== "age_unknown") throw new Conflict("state_changed");
    const change = { ageSeenAt: now(), ageSeenBy: actor.accountId, ageSeenByName: actor.name };
    const unseen = isNull(clientAccounts.ageSeenAt);
    await step(tx, actor, accountCase, "confirm_age", { ...on, where: unseen }, { change });
  });
}
