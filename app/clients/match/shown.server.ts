import type { Candidate } from "#app/records/match-candidates.server.ts";
import { emailKey } from "#app/identity/invite.server.ts";

/** What practice staff sees of a candidate: enough to tell people apart, with the phone number masked. */
export function shownCandidate(candidate: Candidate & { hasAccount: boolean }, typedEmail: string | null) {
  const { personId, number, firstName, lastName, birthDate, contact, hasAccount } = candidate;
  const town = [contact?.postcode, contact?.town].filter(Boolean).join(" ");
  const email = contact?.email ?? null;
  const sameEmail: "same" | "other" | "unknown" =
    email === null ? "unknown" : emailKey(email) === emailKey(typedEmail ?? "") ? "same" : "other";
  return {
    ...{ personId, number, birthDate, hasAccount },
    name: `${firstName} ${lastName}`,
    address: [contact?.street, town].filter(Boolean).join(", ") || null,
    phone: contact?.phone ? `••••••${contact.phone.replace(/\D/g, "").slice(-2)}` : null,
    email: sameEmail,
  };
}

export type ShownCandidate = ReturnType<typeof shownCandidate>;
