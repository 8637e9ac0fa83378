import type { PracticeRights } from "#app/shared/actor.ts";
import { opensGroup } from "#app/platform/rights/report-groups.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { openIndicator } from "#app/reports/model/indicator.server.ts";
import { shownLists } from "./detail-files.server.ts";

/** Whose patients behind which indicator: a practice in which the actor may see patient details. */
export type PatientsAt = { practice: PracticeRights; indicator: Indicator };

/**
 * The patients behind an indicator, for somebody with the right to patient details of its report group (C2).
 * @throws NotFound without that right, as if the page did not exist
 */
export function openPatients(practice: PracticeRights, indicatorId: string | undefined): PatientsAt {
  if (!practice.reports || !practice.patientDetails) throw new NotFound();
  const indicator = openIndicator(practice, indicatorId);
  if (!opensGroup(practice.detailGroups, indicator.programme)) throw new NotFound();
  return { practice, indicator };
}

/** May this person see the patients behind an indicator, and were any delivered? */
export async function hasPatients(practice: PracticeRights, { id, programme }: Indicator): Promise<boolean> {
  return opensGroup(practice.detailGroups, programme) && (await shownLists(practice.agb, id)).length > 0;
}
