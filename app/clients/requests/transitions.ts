import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import type { Transition } from "#app/platform/cases/kind.ts";

export type PracticeState = "submitted" | "done" | "declined" | "withdrawn";
export type RecordState = "submitted" | "in_review" | "extended" | "granted" | "refused" | "withdrawn";

const WAITS: PracticeState[] = ["submitted"];
const OPEN: RecordState[] = ["submitted", "in_review", "extended"];
const JUDGED: RecordState[] = ["in_review", "extended"];

/** Every step that a question of a client can make, per desk that answers it. What is not here is refused. */
export const steps = {
  practice: {
    /** Changed in the practice's own system. */
    done: { from: WAITS, to: "done", by: ["desk"], event: "change.done" },
    declined: { from: WAITS, to: "declined", by: ["desk"], event: "change.declined" },
    withdraw: { from: WAITS, to: "withdrawn", by: ["person"], event: "change.withdraw" },
    /** It was about the record of another: the account was matched wrongly. */
    stop: { from: WAITS, to: "withdrawn", by: ["desk"], event: "change.stop" },
  },
  record: {
    take_up: { from: ["submitted"], to: "in_review", by: ["desk"], event: "correction.take_up" },
    extend: { from: ["in_review"], to: "extended", by: ["desk"], event: "correction.extend" },
    grant: { from: JUDGED, to: "granted", by: ["desk"], event: "correction.grant" },
    refuse: { from: JUDGED, to: "refused", by: ["desk"], event: "correction.refuse" },
    withdraw: { from: OPEN, to: "withdrawn", by: ["person"], event: "correction.withdraw" },
    stop: { from: OPEN, to: "withdrawn", by: ["desk"], event: "correction.stop" },
  },
} as const satisfies {
  practice: Record<string, Transition<PracticeState, EventName>>;
  record: Record<string, Transition<RecordState, EventName>>;
};
