import type { Transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/clinicians.ts";
import { audit } from "#app/audit/record.server.ts";
import type { StaffPlace, SystemActor } from "#app/rights/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";

/** From today on an account works for an environment; the portal itself decides, never a person in it. */
export async function appointStaff(
  tx: Transaction,
  actor: SystemActor,
  accountId: string,
  place: StaffPlace,
): Promise<void> {
  const id = newId();
  await tx.insert(environmentStaff).values({ id, accountId, ...place, startsOn: today() });
  const object = { type: "environment_staff", id };
  const { environmentId: organisation, role } = place;
  await audit(tx, actor, { event: "staff.appoint", action: "C", object, organisation, detail: { accountId, role } });
}
