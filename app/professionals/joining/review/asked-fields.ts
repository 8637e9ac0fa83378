import { singleFields } from "#app/professionals/joining/form.ts";
import type { AskedField } from "./field-names.ts";

const shapes = {
  agbPractitioner: singleFields.agb,
  agbPractice: singleFields.agb,
  firstName: singleFields.person,
  lastName: singleFields.person,
  practiceEmail: singleFields.email,
  ownEmail: singleFields.email,
  mobile: singleFields.mobile,
};

/** Reads an answer as the new value of its field. An error is a code. */
export function readAnswer(
  field: Exclude<AskedField, "other">,
  typed: string,
): { ok: true; value: string | null } | { ok: false; error: string } {
  const result = shapes[field].safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, error: result.error.issues[0]?.message ?? "required" };
}
