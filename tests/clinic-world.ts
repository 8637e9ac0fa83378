/** Clinicians of an environment, straight into the tables. */
import type { StaffActor } from "#app/rights/actor.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/clinicians.ts";
import { aStaffMember } from "./mailed-world.ts";

/** A clinician with this code in the record system of an environment (default: the institution). */
export async function aClinician(clinicianCode = "BEH-001", environmentId = "getij"): Promise<StaffActor> {
  const actor = await aStaffMember(environmentId);
  const row = { id: newId(), environmentId, accountId: actor.accountId, clinicianCode, startsOn: "2026-01-01" };
  await transaction(async (tx) => {
    await tx.insert(environmentStaff).values({ ...row, role: "clinician" });
  });
  return { ...actor, name: "Karin Molenaar", staff: { environmentId, role: "clinician", clinicianCode } };
}
