import { type Contact } from "#app/clients/records/content.ts";
import { nameLikeness } from "#app/clients/records/similar-name.ts";
import { isWholeDate } from "#app/shared/birth-date.ts";

/**
 * In what a sign-up is not the same as the record. email_unknown: the record has no address to compare with;
 * birth_date: the record knows the date in part only.
 */
export const differences = ["name", "birth_date", "email", "email_unknown"] as const;
export type Difference = (typeof differences)[number];

type Typed = { firstName: string; lastName: string; email: string | null };
type InRecord = { firstName: string; lastName: string; birthDate: string; contact: Pick<Contact, "email"> | null };

/** What practice staff has to check, point by point, before a sign-up is matched to this person. */
export function differencesOf(
  typed: Typed,
  record: InRecord,
  sameEmail: (one: string, other: string) => boolean,
): Difference[] {
  const found: Difference[] = [];
  if (nameLikeness(typed, record) < 4) found.push("name");
  if (!isWholeDate(record.birthDate)) found.push("birth_date");
  const known = record.contact?.email ?? null;
  if (known === null) found.push("email_unknown");
  else if (!sameEmail(known, typed.email ?? "")) found.push("email");
  return found;
}
