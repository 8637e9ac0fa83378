import { z } from "zod";

const quarter = z.string().regex(/^20\d\d-Q[1-4]$/, "choose");

/** Eight digits or more in a row are no remark about a practice but somebody's number. */
const NUMBER_OF_SOMEBODY = /\d(?:[ .-]?\d){7}/;

/** A remark at a quarter. Codes, not words: `texts.ts` has the words. */
export const noteForm = z.object({
  period: quarter,
  text: z
    .string()
    .trim()
    .min(1, "required")
    .max(200, "long")
    .refine((text) => !NUMBER_OF_SOMEBODY.test(text), "person"),
});

/** A goal in the unit of the indicator as people write it: "65", "65,5". */
export const goalForm = z.object({
  by: quarter,
  target: z
    .string()
    .trim()
    .regex(/^\d{1,4}(?:[.,]\d)?%?$/, "number")
    .transform((text) => Number(text.replace("%", "").replace(",", "."))),
});

export type NoteInput = z.output<typeof noteForm>;
export type GoalInput = z.output<typeof goalForm>;
