import type { RequestState } from "#db/schema/joining.ts";
import type { Transition } from "#app/platform/cases/kind.ts";
import type { EventKind } from "./event-kinds.ts";

const OPEN: RequestState[] = ["submitted", "in_review", "info_requested", "authorization_sent", "expired"];

/** Every step a registration request can make. What is not here is refused. */
export const transitions = {
  take_up: { from: ["submitted"], to: "in_review", by: ["desk"], event: "taken_up" },
  ask: { from: ["in_review", "signed"], to: "info_requested", by: ["desk"], event: "asked" },
  answer: { from: ["info_requested"], to: "in_review", by: ["person"], event: "answered" },
  /** Asked after the signature, and nothing that was signed has changed. */
  answer_signed: { from: ["info_requested"], to: "signed", by: ["person"], event: "answered" },
  info_lapse: { from: ["info_requested"], to: "expired", by: ["clock"], event: "info_lapsed" },
  call_back: { from: ["in_review"], to: "in_review", by: ["desk"], event: "called_back" },
  /** Nobody there, or somebody who knows of nothing: the gate stays shut. */
  call_unconfirmed: { from: ["in_review"], to: "in_review", by: ["desk"], event: "call_failed" },
  accept_check: { from: ["in_review", "signed"], to: null, by: ["desk"], event: "check_accepted" },
  refresh_checks: { from: ["in_review", "signed", "completed"], to: null, by: ["desk", "clock"], event: "checked" },
  send_authorization: { from: ["in_review"], to: "authorization_sent", by: ["desk"], event: "authorization_sent" },
  renew_authorization: {
    from: ["expired"],
    to: "authorization_sent",
    by: ["person", "desk"],
    event: "authorization_renewed",
  },
  correct_care_groups: {
    from: ["authorization_sent"],
    to: "authorization_sent",
    by: ["person"],
    event: "care_groups_corrected",
  },
  correct_person: { from: ["authorization_sent"], to: "in_review", by: ["person"], event: "person_corrected" },
  decline: { from: ["authorization_sent"], to: "in_review", by: ["person"], event: "declined" },
  lapse: { from: ["authorization_sent"], to: "expired", by: ["clock"], event: "lapsed" },
  sign: { from: ["authorization_sent"], to: "signed", by: ["person"], event: "signed" },
  /** The signature cannot be used, such as a broken seal: the practitioner signs a new document. */
  sign_again: { from: ["signed"], to: "in_review", by: ["desk"], event: "asked_to_sign_again" },
  approve: { from: ["signed"], to: "completed", by: ["desk"], event: "approved" },
  send_activation: { from: ["completed"], to: null, by: ["desk"], event: "activation_sent" },
  ask_invitation: { from: ["completed"], to: null, by: ["person"], event: "invitation_asked" },
  invite_again: { from: ["completed"], to: null, by: ["desk"], event: "invited_again" },
  hand_over: { from: ["completed"], to: null, by: ["desk"], event: "code_handed_over" },
  reject: { from: [...OPEN, "signed"], to: "rejected", by: ["desk"], event: "rejected" },
  withdraw: { from: [...OPEN, "signed"], to: "withdrawn", by: ["person"], event: "withdrawn" },
} satisfies Record<string, Transition<RequestState, EventKind>>;

/** Name of a step; `to: null` stays in the state it was in. */
export type Step = keyof typeof transitions;

/** States in which a request is over; an expired one can still be signed. */
export const overStates: RequestState[] = ["completed", "rejected", "withdrawn", "expired"];
