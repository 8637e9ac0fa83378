import type { z } from "zod";
import { entered } from "#app/professionals/joining/form.ts";
import type { ChosenCareGroups } from "#app/professionals/joining/fields.server.ts";
import type { Signer } from "#app/professionals/joining/signer.server.ts";
import type { IdentityChanges } from "./correct.server.ts";
import { moreOf, withMore } from "#app/professionals/joining/more-fields.ts";
import { canonicalJson } from "#app/shared/canonical-json.ts";

/** What a signer may correct: the fields of the registration form, judged as they were there. */
export const correctionForm = withMore(entered);

/** Sorts what was changed: who it is and how to reach them apart from the care groups, which change in place. */
export function sortChanges(
  now: Signer,
  corrected: z.output<typeof correctionForm>,
): { identity: IdentityChanges; chosen: ChosenCareGroups | null } {
  const { careGroups, otherCareGroup, ...wanted } = corrected;
  const known = Object.entries(wanted).filter(([field]) => Object.hasOwn(entered, field));
  const more = moreOf(corrected);
  const identity: IdentityChanges = Object.fromEntries(
    known.filter(([field, value]) => now[field as keyof typeof wanted] !== value),
  );
  if (canonicalJson(more) !== canonicalJson(now.more)) identity.more = more;
  const chosen = { careGroups, otherCareGroup };
  const same =
    [...now.careGroups].sort().join("|") === [...careGroups].sort().join("|") &&
    now.otherCareGroup === chosen.otherCareGroup;
  return { identity, chosen: same ? null : chosen };
}
