import type { correctionRequests } from "#db/schema/requests.ts";

export type RequestRow = typeof correctionRequests.$inferSelect;
export type RequestKind = RequestRow["kind"];
export type RequestState = RequestRow["state"];

/** States in which the clock runs. */
export const openStates: RequestState[] = ["submitted", "in_review", "extended"];
export const kinds = ["correction", "statement", "shielding"] as const satisfies RequestKind[];

/** A request as its page shows it, opened. */
export type ShownRequest = Pick<
  RequestRow,
  | "id"
  | "kind"
  | "state"
  | "partId"
  | "personId"
  | "submittedAt"
  | "dueOn"
  | "extendedAt"
  | "decidedAt"
  | "decidedByName"
> & { passage: string | null; wish: string; extendedReason: string | null; answer: string | null } & {
  /**
   * Whether the part is as it was when it was asked; gone: its sender withdrew it, and what was quoted went with it;
   * held: a clinician discusses it first with the client, who does not see it so long.
   */
  part: "same" | "changed" | "gone" | "held";
};
