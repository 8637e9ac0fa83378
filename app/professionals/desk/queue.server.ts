import { employeeQueue } from "#app/professionals/practices/employees/find.server.ts";
import { searchable } from "#app/professionals/joining/request.server.ts";
import { registrationQueue } from "#app/professionals/joining/review/queue.server.ts";
import { dueNow } from "#app/platform/cases/step.server.ts";
import { type Work, workIn } from "#app/platform/cases/work.ts";
import { today } from "#app/shared/clock.server.ts";
import { workingDaysBetween } from "#app/platform/settings/working-days.server.ts";
import { employeeStates, type KindFilter, requestStates, type QueueFilter } from "./queue-filter.ts";

export type QueueRow = {
  id: string;
  kind: "registration" | "employee";
  number: string;
  who: string;
  practice: string;
  state: string;
  /** What a registration says of the connection, and whether that has been checked. */
  claim: "connected" | "checked" | "unconnected" | null;
  deadline: string;
  promised: boolean;
  /** Working days until the deadline; negative when it has passed; null when the work is done. */
  daysLeft: number | null;
};

const CLOSED = ["completed", "rejected", "withdrawn", "approved", "cancelled", "expired"];

/** Both kinds of requests for the desk in one list, the most urgent first. */
export async function deskQueue(filter: QueueFilter): Promise<QueueRow[]> {
  const on = today();
  const daysLeft = (state: string, deadline: string) =>
    CLOSED.includes(state) ? null : workingDaysBetween(on, deadline);
  const rows: QueueRow[] = [];
  if (filter.kind !== "employee") {
    for (const one of await registrationQueue(requestStates(filter.state), filter.search)) {
      const claim = !one.connected ? "unconnected" : one.claimChecked ? "checked" : "connected";
      const { id, number, state, deadline } = one;
      const who = `${one.firstName} ${one.lastName}`;
      const promised = one.promiseOn !== null;
      const practice = one.practiceName;
      rows.push({
        id,
        kind: "registration",
        number,
        who,
        practice,
        state,
        claim,
        deadline,
        promised,
        daysLeft: daysLeft(state, deadline),
      });
    }
  }
  const states = filter.kind === "registration" ? null : employeeStates(filter.state);
  if (states) {
    const words = searchable(filter.search).split(" ").filter(Boolean);
    for (const { request, practice } of await employeeQueue(states)) {
      if (
        !words.every((word) =>
          searchable(request.searchText, request.number, practice.name, practice.agb).includes(word),
        )
      )
        continue;
      const { id, number, state } = request;
      const deadline = dueNow(request.promiseOn, request.pausedOn);
      const who = `${request.firstName} ${request.lastName}`;
      const left = daysLeft(state, deadline);
      rows.push({
        id,
        kind: "employee",
        number,
        who,
        practice: practice.name,
        state,
        claim: null,
        deadline,
        promised: true,
        daysLeft: left,
      });
    }
  }
  return rows.sort((a, b) =>
    a.deadline === b.deadline ? (a.number < b.number ? -1 : 1) : a.deadline < b.deadline ? -1 : 1,
  );
}

/** What waits for the desk, of each kind and together. */
export async function deskWork(): Promise<Record<KindFilter, Work>> {
  const waiting = await deskQueue({ state: "desk", kind: "all", search: "" });
  const of = (kind: KindFilter) => {
    const rows = waiting.filter((row) => kind === "all" || row.kind === kind);
    return workIn(
      rows.map(({ deadline }) => deadline),
      today(),
    );
  };
  return { all: of("all"), registration: of("registration"), employee: of("employee") };
}

/** Where the most urgent other case is that waits for the desk, or null. */
export async function nextCase(afterId: string): Promise<string | null> {
  const waiting = await deskQueue({ state: "desk", kind: "all", search: "" });
  const next = waiting.find((row) => row.id !== afterId);
  return next ? pathOf(next) : null;
}

/** The address of a case. */
export function pathOf(row: Pick<QueueRow, "kind" | "id">): string {
  return `/servicedesk/${row.kind === "registration" ? "aanvragen" : "medewerkers"}/${row.id}`;
}
