import { email } from "#app/shared/fields/email.ts";
import { entered } from "#app/professionals/joining/form.ts";
import type { AskedField } from "./field-names.ts";

// Who is asked for an own address gives one: empty is no answer.
const shapes = { ...entered, ownEmail: email };

/** Reads an answer as the new value of its field. An error is a code. */
export function readAnswer(
  field: Exclude<AskedField, "other">,
  typed: string,
): { ok: true; value: string | null } | { ok: false; error: string } {
  const result = shapes[field].safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, error: result.error.issues[0]?.message ?? "required" };
}
