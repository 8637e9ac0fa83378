import type { changeRequests } from "#db/schema/requests.ts";

export type ChangeRow = typeof changeRequests.$inferSelect;
export type ChangeKind = ChangeRow["kind"];
export type AppointmentChange = Exclude<ChangeKind, "contact">;

/** The practice answers within so many working days. */
export const ANSWER_DAYS = 2;

/** How the client wants to be reached from now on; an empty line stays as it is in the record. */
export type OwnContact = Record<(typeof contactLines)[number], string>;
export const contactLines = ["street", "postcode", "town", "phone", "email"] as const;

/** What a client wrote: about an appointment, or the own contact data. */
export type Wish = { text: string; contact: OwnContact | null };

/** A change as a page shows it, opened. */
export type ShownChange = Pick<
  ChangeRow,
  "id" | "kind" | "state" | "appointmentId" | "submittedAt" | "answerBy" | "decidedAt" | "decidedByName"
> & { wish: Wish; answer: string | null };
