import type { EmployeeRequestState } from "#db/schema/practices.ts";
import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import type { Transition } from "#app/platform/cases/kind.ts";

const OPEN: EmployeeRequestState[] = ["submitted", "in_review", "info_requested"];

/** Every step a request for an employee can make. What is not here is refused. */
export const transitions = {
  take_up: { from: ["submitted"], to: "in_review", by: ["desk"], event: "employee.take_up" },
  ask: { from: ["in_review"], to: "info_requested", by: ["desk"], event: "employee.ask_information" },
  answer: { from: ["info_requested"], to: "in_review", by: ["person"], event: "employee.answer" },
  approve: { from: ["in_review"], to: "approved", by: ["desk"], event: "employee.approve" },
  /** Also while a question waits: nobody may ever answer it. */
  reject: { from: ["in_review", "info_requested"], to: "rejected", by: ["desk"], event: "employee.reject" },
  cancel: { from: OPEN, to: "cancelled", by: ["person"], event: "employee.cancel" },
} satisfies Record<string, Transition<EmployeeRequestState, EventName>>;

/** States in which nothing more is decided. */
export const overStates: EmployeeRequestState[] = ["approved", "rejected", "cancelled"];
