import type { PracticeRights } from "#app/rights/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { openIndicator } from "../pages/indicator.server.ts";
import { shownLists } from "./detail-files.server.ts";

/** Whose patients behind which indicator: a practice in which the actor may see patient details. */
export type PatientsAt = { practice: PracticeRights; indicator: Indicator };

/**
 * The patients behind an indicator, for somebody with the right to patient details (C2).
 * @throws NotFound without that right, as if the page did not exist
 */
export function openPatients(practice: PracticeRights, indicatorId: string | undefined): PatientsAt {
  if (!practice.reports || !practice.patientDetails) throw new NotFound();
  return { practice, indicator: openIndicator(practice, indicatorId) };
}

/** May this person see the patients behind an indicator, and were any delivered? */
export async function hasPatients(practice: PracticeRights, indicatorId: string): Promise<boolean> {
  return practice.patientDetails && (await shownLists(practice.agb, indicatorId)).length > 0;
}
