import { textOf } from "#app/shared/form.ts";

/** The version of a case that a form was made on; a form without one is as old as can be, so that it decides nothing. */
export function versionIn(form: FormData): number {
  return Number(textOf(form, "version"));
}
