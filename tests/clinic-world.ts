/** Clinicians of an environment, straight into the tables. */
import { eq } from "drizzle-orm";
import type { StaffActor } from "#app/shared/actor.ts";
import { transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { aStaffMember } from "./mailed-world.ts";

/** A clinician with this code in the record system of an environment (default: the institution). */
export async function aClinician(clinicianCode = "BEH-001", environmentId = "getij"): Promise<StaffActor> {
  const actor = await aStaffMember(environmentId);
  await transaction(async (tx) => {
    const mine = eq(environmentStaff.accountId, actor.accountId);
    await tx.update(environmentStaff).set({ role: "clinician", clinicianCode }).where(mine);
  });
  return { ...actor, name: "Karin Molenaar", staff: { environmentId, role: "clinician", clinicianCode } };
}
