import type { StaffActor } from "#app/shared/actor.ts";
import { Forbidden } from "#app/shared/errors.ts";

/** Where this person decides on accounts of clients. @throws Forbidden for whoever is no practice staff */
export function staffOf(actor: StaffActor): string {
  if (actor.staff.role !== "staff") throw new Forbidden("staff_only");
  return actor.staff.environmentId;
}
