import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date");
const yesNo = z.enum(["yes", "no"], { error: "choose" }).transform((value) => value === "yes");

/** What a practitioner fills in for a new employee (I-12, I-13). Codes, not words: `texts.ts` has the words. */
export const employeeForm = z
  .object({
    practice: z.string().regex(/^\d{8}$/, "choose"),
    firstName: z.string().trim().min(1, "required").max(60, "long"),
    lastName: z.string().trim().min(1, "required").max(80, "long"),
    jobTitle: z.string().trim().min(1, "required").max(80, "long"),
    email: z.string().trim().min(1, "required").max(120, "long").pipe(z.email("email")),
    mobile: z.string().trim().max(30, "long"),
    reports: yesNo,
    patientDetails: yesNo,
    reportGroups: z.array(z.string().max(40)).max(20),
    startsOn: day,
    endsOn: z.union([z.literal(""), day]).transform((value) => value || null),
  })
  .superRefine((value, context) => {
    if (!value.reports && !value.patientDetails)
      context.addIssue({ code: "custom", path: ["reports"], message: "nothing" });
    if (value.endsOn && value.endsOn < value.startsOn)
      context.addIssue({ code: "custom", path: ["endsOn"], message: "order" });
  });

export type EmployeeInput = z.output<typeof employeeForm>;

/** The two switches and dates of an existing employee (I-13). */
export const grantForm = z.object({
  reports: yesNo,
  patientDetails: yesNo,
  reportGroups: z.array(z.string().max(40)).max(20),
  endsOn: z.union([z.literal(""), day]).transform((value) => value || null),
});

export type GrantInput = z.output<typeof grantForm>;

/** What the practitioner answers to a question of the desk. */
export const answerForm = z.object({
  answer: z.string().trim().min(1, "required").max(2000, "long"),
});
