import { employeeRequests } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { CaseKind } from "#app/platform/cases/kind.ts";
import { overStates, transitions } from "./transitions.ts";

/** From the request: within this the practitioner has an answer (I-12). */
export const PROMISE = { workingDays: 5 };

/** A request for an employee as a case: its steps, its promise and its lines in the log. */
export const employeeCase = {
  table: employeeRequests,
  steps: transitions,
  over: { states: overStates, since: "decidedAt" },
  clock: { due: "promiseOn", paused: "pausedOn", waits: ["info_requested"] },
  refusal: { changed: "state_changed", moved: "state_changed" },
  log: (tx, actor, { id }, { event, reason }) => audit(tx, actor, { event, id, reason }),
} satisfies CaseKind<typeof employeeRequests, typeof transitions>;
