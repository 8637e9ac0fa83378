import { z } from "zod";
import { parseAgb } from "#app/professionals/joining/agb/code.ts";
import type { ChosenCareGroups } from "#app/professionals/joining/fields.server.ts";
import { parseMobile } from "#app/professionals/joining/mobile.ts";
import type { Signer } from "#app/professionals/joining/signer.server.ts";
import type { IdentityChanges } from "./correct.server.ts";

const agb = z.string().transform((typed, context) => {
  const read = parseAgb(typed);
  if (read.ok) return read.code;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});
const name = z.string().trim().min(1, "required").max(100, "long");
const address = z.email("email").max(254, "long");

/** What a signer may correct: the fields of the registration form. */
export const correctionForm = z.object({
  agbPractitioner: agb,
  agbPractice: agb,
  firstName: name,
  lastName: name,
  practiceEmail: z.string().trim().pipe(address),
  ownEmail: z
    .string()
    .trim()
    .pipe(z.union([z.literal(""), address], "email")),
  mobile: z.string().transform((typed, context) => {
    const read = parseMobile(typed);
    if (read.ok) return read.number;
    context.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  }),
  careGroups: z.array(z.string().max(60)).max(50),
  otherCareGroup: z.string().trim().max(100, "long"),
});

/** Sorts what was changed: who it is and how to reach them apart from the care groups, which change in place. */
export function sortChanges(
  now: Signer,
  entered: z.output<typeof correctionForm>,
): { identity: IdentityChanges; chosen: ChosenCareGroups | null } {
  const { careGroups, otherCareGroup, ownEmail, ...rest } = entered;
  const wanted = { ...rest, ownEmail: ownEmail === "" ? null : ownEmail };
  const identity = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => now[field as keyof typeof wanted] !== value),
  ) as IdentityChanges;
  const chosen = { careGroups, otherCareGroup: otherCareGroup === "" ? null : otherCareGroup };
  const same =
    [...now.careGroups].sort().join("|") === [...careGroups].sort().join("|") &&
    now.otherCareGroup === chosen.otherCareGroup;
  return { identity, chosen: same ? null : chosen };
}
