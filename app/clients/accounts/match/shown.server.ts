import type { Candidate } from "#app/clients/records/match-candidates.server.ts";
import { sameAddress } from "#app/shared/fields/email.ts";
import { today } from "#app/shared/clock.server.ts";
import { fullName } from "#app/shared/person-name.ts";
import { ageRule } from "#app/platform/doors/owners/own-door.ts";
import { differencesOf } from "./differs.ts";

/** Whether two addresses are one mailbox to sign in with. */
export const sameEmail = sameAddress;

/** What practice staff sees of a candidate: enough to tell people apart, with the phone number masked. */
export function shownCandidate(
  candidate: Candidate & { hasAccount: boolean },
  typed: { firstName: string; lastName: string; email: string | null },
) {
  const { personId, number, birthDate, contact, hasAccount } = candidate;
  const town = [contact?.postcode, contact?.town].filter(Boolean).join(" ");
  const email = contact?.email ?? null;
  const known: "same" | "other" | "unknown" =
    email === null ? "unknown" : sameEmail(email, typed.email ?? "") ? "same" : "other";
  return {
    ...{ personId, number, birthDate, hasAccount },
    name: fullName(candidate),
    address: [contact?.street, town].filter(Boolean).join(", ") || null,
    phone: contact?.phone ? `••••••${contact.phone.replace(/\D/g, "").slice(-2)}` : null,
    email: known,
    /** What has to be checked before this person is the one. */
    differs: differencesOf(typed, candidate, sameEmail),
    ...ageRule(birthDate, today()),
  };
}

export type ShownCandidate = ReturnType<typeof shownCandidate>;
