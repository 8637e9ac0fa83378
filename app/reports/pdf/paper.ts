import type { Indicator } from "../definitions/catalogue.ts";
import type { Goal, Note } from "#app/reports/model/marks.ts";
import type { Report } from "#app/reports/model/report.ts";
import type { Taken } from "./stamp.ts";

/** All that one report on paper is made of. */
export type Paper = Taken & { report: Report; indicator: Indicator; notes: Note[]; goal: Goal | null };

/** All that the report of a programme is made of; what was not delivered is left out of `reports` and named. */
export type ProgrammePaper = Taken & {
  title: string;
  reports: { report: Report; indicator: Indicator }[];
  missing: Indicator[];
};
