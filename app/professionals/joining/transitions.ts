import type { RequestState } from "#db/schema/joining.ts";

const OPEN: RequestState[] = ["submitted", "in_review", "info_requested", "authorization_sent", "expired"];

/** Who makes a step: the applicant or signer, the servicedesk, or the calendar. */
type Side = "person" | "desk" | "clock";
type Transition = { from: RequestState[]; to: RequestState | null; by: Side[] };

/** Every step a registration request can make. What is not here is refused. */
export const transitions = {
  take_up: { from: ["submitted"], to: "in_review", by: ["desk"] },
  ask: { from: ["in_review", "signed"], to: "info_requested", by: ["desk"] },
  answer: { from: ["info_requested"], to: "in_review", by: ["person"] },
  /** Asked after the signature, and nothing that was signed has changed. */
  answer_signed: { from: ["info_requested"], to: "signed", by: ["person"] },
  info_lapse: { from: ["info_requested"], to: "expired", by: ["clock"] },
  call_back: { from: ["in_review"], to: "in_review", by: ["desk"] },
  accept_check: { from: ["in_review", "signed"], to: null, by: ["desk"] },
  refresh_checks: { from: ["in_review", "signed", "completed"], to: null, by: ["desk", "clock"] },
  send_authorization: { from: ["in_review"], to: "authorization_sent", by: ["desk"] },
  renew_authorization: { from: ["expired"], to: "authorization_sent", by: ["person", "desk"] },
  correct_care_groups: { from: ["authorization_sent"], to: "authorization_sent", by: ["person"] },
  correct_person: { from: ["authorization_sent"], to: "in_review", by: ["person"] },
  decline: { from: ["authorization_sent"], to: "in_review", by: ["person"] },
  lapse: { from: ["authorization_sent"], to: "expired", by: ["clock"] },
  sign: { from: ["authorization_sent"], to: "signed", by: ["person"] },
  /** The signature cannot be used, such as a broken seal: the practitioner signs a new document. */
  sign_again: { from: ["signed"], to: "in_review", by: ["desk"] },
  approve: { from: ["signed"], to: "completed", by: ["desk"] },
  send_activation: { from: ["completed"], to: null, by: ["desk"] },
  ask_invitation: { from: ["completed"], to: null, by: ["person"] },
  invite_again: { from: ["completed"], to: null, by: ["desk"] },
  hand_over: { from: ["completed"], to: null, by: ["desk"] },
  reject: { from: [...OPEN, "signed"], to: "rejected", by: ["desk"] },
  withdraw: { from: [...OPEN, "signed"], to: "withdrawn", by: ["person"] },
} satisfies Record<string, Transition>;

/** Name of a step; `to: null` stays in the state it was in. */
export type Step = keyof typeof transitions;

/** Whether a request in this state can make this step. */
export function canMake(step: Step, state: RequestState): boolean {
  return (transitions[step].from as RequestState[]).includes(state);
}

/** States after which nothing more is decided. */
export const closedStates: RequestState[] = ["completed", "rejected", "withdrawn"];
