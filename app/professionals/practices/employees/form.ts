import { z } from "zod";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { day } from "#app/shared/fields/day.ts";
import { email } from "#app/shared/fields/email.ts";
import { personName } from "#app/shared/fields/name.ts";
import { mobile } from "#app/shared/fields/telephone.ts";
import { line } from "#app/shared/fields/words.ts";
import type { ReportGroups } from "#db/schema/practices.ts";

const yesNo = z.enum(["yes", "no"], { error: "choose" }).transform((value) => value === "yes");

/** What may be seen, in which report groups, and from when until when. */
const rights = {
  reports: yesNo,
  patientDetails: yesNo,
  /** "All, new ones too" is an answer of its own: an empty list never means it. */
  groups: z.enum(["", "all", "listed"], { error: "choose" }).default(""),
  reportGroups: z.array(
    z.enum(
      programmes.map(({ id }) => id),
      { error: "no_group" },
    ),
  ),
  startsOn: day,
  endsOn: z.union([z.literal(""), day], { error: "date" }).transform((value) => value || null),
};

type Rights = {
  reports: boolean;
  patientDetails: boolean;
  groups: "" | "all" | "listed";
  reportGroups: string[];
  startsOn: string;
  endsOn: string | null;
};

function check(value: Rights, fault: (field: keyof Rights, code: string) => void): void {
  if (value.reports || value.patientDetails) {
    if (value.groups === "") fault("groups", "choose");
    if (value.groups === "listed" && value.reportGroups.length === 0) fault("reportGroups", "no_group");
  }
  if (value.endsOn && value.endsOn < value.startsOn) fault("endsOn", "order");
}

/** What a practitioner fills in for a new employee (I-12, I-13). Codes, not words: `texts.ts` has the words. */
export const employeeForm = z
  .object({
    practice: z.string().regex(/^\d{8}$/, "choose"),
    firstName: personName,
    lastName: personName,
    jobTitle: line(80),
    email,
    mobile,
    ...rights,
  })
  .superRefine((value, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (!value.reports && !value.patientDetails) fault("reports", "nothing");
    if (value.groups === "all" && value.reportGroups.length > 0) fault("groups", "both");
    check(value, fault);
  });

/** The grant of one practitioner for an employee who is there (I-13); `version` is the one that was shown, 0 for none. */
export const grantForm = z
  .object({
    ...rights,
    version: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  })
  .superRefine((value, context) => {
    check(value, (field, message) => context.addIssue({ code: "custom", path: [field], message }));
  });

/** The report groups that a form chose, in the order of the catalogue. */
export function chosenGroups({ groups, reportGroups }: Pick<Rights, "groups" | "reportGroups">): ReportGroups {
  if (groups === "all") return "all";
  return programmes.map(({ id }) => id).filter((id) => reportGroups.includes(id));
}
