import type { EmployeeRequestState } from "#db/schema/practices.ts";
import type { RequestState } from "#db/schema/joining.ts";

export const stateFilters = [
  "desk",
  "applicant",
  "all",
  "submitted",
  "in_review",
  "info_requested",
  "authorization_sent",
  "expired",
  "signed",
  "completed",
  "rejected",
  "withdrawn",
] as const;
export type StateFilter = (typeof stateFilters)[number];
export const kindFilters = ["all", "registration", "employee"] as const;
export type KindFilter = (typeof kindFilters)[number];
export type QueueFilter = { state: StateFilter; kind: KindFilter; search: string };

/** What is asked for in the address; anything strange is the usual view. */
export function readFilter(query: URLSearchParams): QueueFilter {
  return {
    state: stateFilters.find((one) => one === query.get("stand")) ?? "desk",
    kind: kindFilters.find((one) => one === query.get("soort")) ?? "all",
    search: (query.get("zoek") ?? "").slice(0, 100),
  };
}

/** States of registrations that belong to a filter; empty means all. */
export function requestStates(filter: StateFilter): RequestState[] {
  if (filter === "all") return [];
  if (filter === "desk") return ["submitted", "in_review", "signed"];
  return filter === "applicant" ? ["info_requested", "authorization_sent"] : [filter];
}

/** The same for employee requests; null when they have no such state. */
export function employeeStates(filter: StateFilter): EmployeeRequestState[] | null {
  if (filter === "all") return [];
  if (filter === "desk") return ["submitted", "in_review"];
  if (filter === "applicant") return ["info_requested"];
  if (filter === "completed") return ["approved"];
  if (filter === "withdrawn") return ["cancelled"];
  return filter === "authorization_sent" || filter === "expired" || filter === "signed" ? null : [filter];
}
