import { z } from "zod";
import { parseAgb } from "./agb/code.ts";
import { parseMobile } from "./mobile.ts";

// One @, no signs that could start another header, another recipient or a display name (ASVS 1.3.11).
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+[A-Z]{2,63}$/i;
const NAME = /^(?=.*\p{L})[\p{L}\p{M}'’.\- ]+$/u;
const LONGEST_NAME = 60;

/** What keyboards and programs make of an apostrophe, a hyphen and a space, written in one way. */
const asWritten = (typed: string) =>
  typed
    .replace(/[\u2018\u00b4\u0060\u02bc]/g, "’")
    .replace(/[\u2010\u2011\u2013]/g, "-")
    .replace(/[\u00a0\u202f ]+/g, " ")
    .trim();

const agb = z.string().transform((typed, context) => {
  const read = parseAgb(typed);
  if (read.ok) return read.code;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});
const person = z
  .string()
  .transform(asWritten)
  .pipe(z.string().min(1, "required").max(LONGEST_NAME, "long_name").regex(NAME, "name"));
const email = z.string().trim().min(1, "required").max(254, "email").regex(EMAIL, "email");
const mobile = z.string().transform((typed, context) => {
  const read = parseMobile(typed);
  if (read.ok) return read.number;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});
const none = (value: string) => (value === "" ? null : value);

const fields = {
  agbPractitioner: agb,
  agbPractice: agb,
  firstName: person,
  lastName: person,
  practiceEmail: email,
  practiceEmailAgain: z.string().trim(),
  ownEmail: z.union([z.string().trim().length(0), email]).transform(none),
  mobile,
  careGroups: z.array(z.string().max(60)).max(20, "long"),
  otherCareGroup: z.string().trim().max(100, "long").transform(none),
};

/** Fields of one entry, checked one by one: for answers to the desk and for corrections. */
export const singleFields = { agb, person, email, mobile };

type Both = { practiceEmail: string; practiceEmailAgain: string; agbPractitioner: string; agbPractice: string };
const same = (entry: Partial<Both>) => entry.practiceEmail?.toLowerCase() === entry.practiceEmailAgain?.toLowerCase();
const different = (entry: Partial<Both>) => !entry.agbPractice || entry.agbPractitioner !== entry.agbPractice;
// Said together with what is wrong at other fields, not only after those have been mended.
const when = () => true;
const again = { path: ["practiceEmailAgain"], message: "not_the_same", when };
const twice = { path: ["agbPractice"], message: "same_code", when };

/** The form of a practice that is connected already (I-03). */
export const connectedForm = z.object(fields).refine(same, again).refine(different, twice);

/** The form of a practice that is not connected yet: record system and agreement as well (I-02). */
export const unconnectedForm = z
  .object({
    ...fields,
    recordSystem: z.string().trim().min(1, "required").max(80, "long"),
    agreesToConnect: z.literal("yes", { error: "agree" }),
  })
  .refine(same, again)
  .refine(different, twice);

export type Entered = z.output<typeof connectedForm> & { recordSystem?: string; agreesToConnect?: "yes" };

/** A kept entry, read again; null when it no longer passes. */
export function readEntry(connected: boolean, entry: Record<string, string | string[]>): Entered | null {
  return (connected ? connectedForm : unconnectedForm).safeParse(entry).data ?? null;
}
