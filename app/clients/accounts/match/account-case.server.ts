import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { courseOf } from "#app/platform/audit/course.server.ts";
import type { CaseKind } from "#app/platform/cases/kind.ts";
import type { Reads } from "#db/client.server.ts";
import { transitions } from "./transitions.ts";

/** An account as a case of practice staff: whose it is, and whether that was right. Nothing is promised here. */
export const accountCase = {
  table: clientAccounts,
  steps: transitions,
  over: { states: ["closed"], since: "closedAt" },
  refusal: { changed: "state_changed", moved: "state_changed" },
  log: (tx, actor, { id, environmentId: organisation, personId }, { event, reason, subjectId }) =>
    audit(tx, actor, { event, id, organisation, subjectId: subjectId ?? personId, reason }),
} satisfies CaseKind<typeof clientAccounts, typeof transitions>;

/** What happened to an account, as practice staff reads it: how its owner signs in is no business of theirs. */
export const accountCourse = (from: Reads, id: string) => courseOf(from, accountCase, id, { reader: "clinic" });
