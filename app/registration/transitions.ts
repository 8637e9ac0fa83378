import type { RequestState } from "#db/schema/registration.ts";

const OPEN: RequestState[] = ["submitted", "in_review", "info_requested", "authorization_sent", "expired"];

/** Every step a registration request can make. What is not here is refused. */
export const transitions = {
  take_up: { from: ["submitted"], to: "in_review" },
  ask: { from: ["in_review"], to: "info_requested" },
  answer: { from: ["info_requested"], to: "in_review" },
  info_lapse: { from: ["info_requested"], to: "expired" },
  call_back: { from: ["in_review"], to: "in_review" },
  accept_check: { from: ["in_review", "signed"], to: null },
  refresh_checks: { from: ["in_review", "signed"], to: null },
  send_authorization: { from: ["in_review"], to: "authorization_sent" },
  renew_authorization: { from: ["expired"], to: "authorization_sent" },
  correct_care_groups: { from: ["authorization_sent"], to: "authorization_sent" },
  correct_person: { from: ["authorization_sent"], to: "in_review" },
  decline: { from: ["authorization_sent"], to: "in_review" },
  lapse: { from: ["authorization_sent"], to: "expired" },
  sign: { from: ["authorization_sent"], to: "signed" },
  approve: { from: ["signed"], to: "completed" },
  reject: { from: OPEN, to: "rejected" },
  withdraw: { from: OPEN, to: "withdrawn" },
} satisfies Record<string, { from: RequestState[]; to: RequestState | null }>;

/** Name of a step; `to: null` stays in the state it was in. */
export type Step = keyof typeof transitions;

/** Whether a request in this state can make this step. */
export function canMake(step: Step, state: RequestState): boolean {
  return (transitions[step].from as RequestState[]).includes(state);
}

/** States after which nothing happens any more. */
export const closedStates: RequestState[] = ["completed", "rejected", "withdrawn"];
