import type { Given } from "../employees/given.server.ts";

/** What the form of a grant holds before anything is typed; of somebody who gave nothing it holds no choice. */
export type Held = {
  reports: boolean | null;
  patientDetails: boolean | null;
  groups: "all" | "listed" | null;
  reportGroups: string[];
  startsOn: string;
  endsOn: string | null;
  version: number;
};

/** The form as it stands for the reader's own grant, or for none, which begins today. */
export function heldForm(own: Given | undefined, today: string): Held {
  if (!own) {
    const none = { reports: null, patientDetails: null, groups: null, reportGroups: [] };
    return { ...none, startsOn: today, endsOn: null, version: 0 };
  }
  const { reports, patientDetails, reportGroups, startsOn, endsOn, version } = own;
  const listed = reportGroups === "all" ? [] : reportGroups;
  const groups = reportGroups === "all" ? "all" : "listed";
  return { reports, patientDetails, groups, reportGroups: listed, startsOn, endsOn, version };
}
