import type { clientRequests } from "#db/schema/requests.ts";
import type { Desk, Kind, KindOf } from "./kinds.ts";
import type { PracticeState, RecordState } from "./transitions.ts";

export type RequestRow = typeof clientRequests.$inferSelect;
/** A row of a kind that one desk answers, in a state that it can have there. */
export type RowAt<D extends Desk> = Omit<RequestRow, "kind" | "state"> & {
  kind: KindOf<D>;
  state: { practice: PracticeState; record: RecordState }[D];
};

/** How the client wants to be reached from now on; an empty line stays as it is in the record. */
export type OwnContact = Record<(typeof contactLines)[number], string>;
export const contactLines = ["street", "postcode", "town", "phone", "email"] as const;

/** What a client wrote: own words, the piece of text that they are about, or own contact data. */
export type Wish = { text: string; passage: string | null; contact: OwnContact | null };

/** What is asked, about what, before it is kept. */
export type Asked = { kind: Kind; aboutId: string | null; aboutVersion?: number; wish: Wish };

/** A request as a page shows it, opened. */
export type ShownRequest<D extends Desk = Desk> = Pick<
  RowAt<D>,
  | "id"
  | "kind"
  | "state"
  | "version"
  | "aboutId"
  | "personId"
  | "submittedAt"
  | "dueOn"
  | "extendedAt"
  | "decidedAt"
  | "decidedByName"
> & { wish: Wish; extendedReason: string | null; answer: string | null };

/**
 * A request about a part, with whether the part is as it was when it was asked; gone: its sender withdrew it, and what was
 * quoted went with it; held: a clinician discusses it first with the client, who does not see it so long.
 */
export type AboutPart<D extends Desk = "record"> = ShownRequest<D> & { part: "same" | "changed" | "gone" | "held" };
