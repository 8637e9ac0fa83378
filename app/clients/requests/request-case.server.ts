import { clientRequests } from "#db/schema/requests.ts";
import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { CaseKind, Transitions } from "#app/platform/cases/kind.ts";
import { type Desk, desks } from "./kinds.ts";
import type { RequestRow } from "./request.ts";
import { steps } from "./transitions.ts";

/** What one desk answers, as a case: its steps and its lines in the log. */
function caseOf<S extends Transitions<RequestRow["state"], EventName>>(
  desk: Desk,
  steps: S,
): CaseKind<typeof clientRequests, S> {
  const { basis, over } = desks[desk];
  return {
    table: clientRequests,
    steps,
    over: { states: over, since: "decidedAt" },
    refusal: { changed: "state_changed", moved: "state_changed" },
    log: (tx, actor, { id, kind, environmentId: organisation, personId: subjectId }, { event, reason }) => {
      const by = actor.kind === "client" ? { detail: { kind } } : { organisation, basis: reason ? undefined : basis };
      return audit(tx, actor, { event, id, subjectId, reason, ...by });
    },
  };
}

export const cases = { practice: caseOf("practice", steps.practice), record: caseOf("record", steps.record) };
