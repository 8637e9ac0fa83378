import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import type { Transition } from "#app/platform/cases/kind.ts";

type State = "signed_up" | "refused" | "terms_pending" | "active" | "closed";
const IN_USE: State[] = ["active", "terms_pending"];

/** Every step that practice staff makes with an account of a client, and signing up anew. What is not here is refused. */
export const transitions = {
  sign_up_again: { from: ["refused"], to: "signed_up", by: ["person"], event: "client.sign_up" },
  accept: { from: ["signed_up"], to: "terms_pending", by: ["desk"], event: "client.accept" },
  refuse: { from: ["signed_up"], to: "refused", by: ["desk"], event: "client.refuse" },
  /** The owner waits for practice staff again. */
  undo_to_queue: { from: IN_USE, to: "signed_up", by: ["desk"], event: "client.undo_match" },
  undo_and_close: { from: IN_USE, to: "closed", by: ["desk"], event: "client.undo_match" },
  /** Only what was closed as of a wrong person, and only DigiD opens. */
  reopen: { from: ["closed"], to: "terms_pending", by: ["desk"], event: "client.reopen" },
  confirm_age: { from: IN_USE, to: null, by: ["desk"], event: "client.confirm_age" },
} satisfies Record<string, Transition<State, EventName>>;
