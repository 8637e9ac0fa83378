import { z } from "zod";
import { agb } from "#app/shared/fields/agb.ts";
import { email, optionalEmail, sameAddress } from "#app/shared/fields/email.ts";
import { personName } from "#app/shared/fields/name.ts";
import { mobile } from "#app/shared/fields/telephone.ts";
import { emptyLine, line } from "#app/shared/fields/words.ts";
import { withMore } from "./more-fields.ts";

const none = (value: string) => (value === "" ? null : value);

/** What somebody enters who registers, and what a signer may correct. */
export const entered = {
  agbPractitioner: agb,
  agbPractice: agb,
  firstName: personName,
  lastName: personName,
  practiceEmail: email,
  ownEmail: optionalEmail.transform(none),
  mobile,
  careGroups: z.array(z.string().max(60)).max(20, "long"),
  otherCareGroup: emptyLine(100).transform(none),
};
const fields = { ...entered, practiceEmailAgain: z.string().trim() };

type Both = { practiceEmail: string; practiceEmailAgain: string; agbPractitioner: string; agbPractice: string };
// What its own kind refused is no text any more: then the two are said to differ only if nothing else is.
const same = ({ practiceEmail, practiceEmailAgain }: Partial<Both>) =>
  typeof practiceEmail !== "string" || sameAddress(practiceEmail, practiceEmailAgain ?? "");
const different = (entry: Partial<Both>) => !entry.agbPractice || entry.agbPractitioner !== entry.agbPractice;
// Said together with what is wrong at other fields, not only after those have been mended.
const when = () => true;
const again = { path: ["practiceEmailAgain"], message: "not_the_same", when };
const twice = { path: ["agbPractice"], message: "same_code", when };

/** The form of a practice that is connected already (I-03). */
export const connectedForm = withMore(fields).refine(same, again).refine(different, twice);

/** The form of a practice that is not connected yet: record system and agreement as well (I-02). */
export const unconnectedForm = withMore({
  ...fields,
  recordSystem: line(80),
  agreesToConnect: z.literal("yes", { error: "agree" }),
})
  .refine(same, again)
  .refine(different, twice);

export type Entered = z.output<typeof connectedForm> & { recordSystem?: string; agreesToConnect?: "yes" };

/** A kept entry, read again; null when it no longer passes. */
export function readEntry(connected: boolean, entry: Record<string, string | string[]>): Entered | null {
  return (connected ? connectedForm : unconnectedForm).safeParse(entry).data ?? null;
}
