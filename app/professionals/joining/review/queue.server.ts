import { and, asc, eq, inArray, like } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { checkRows, registrationRequests, type RequestState } from "#db/schema/joining.ts";
import { dueNow } from "#app/platform/cases/step.server.ts";
import { searchable } from "#app/professionals/joining/request.server.ts";

const MOST = 500;

/** The last day by which the desk means to be done: the promise after the signature, the target before. */
export function deadlineOf(row: { promiseOn: string | null; pausedOn: string | null; targetOn: string }): string {
  return dueNow(row.promiseOn, row.pausedOn) ?? row.targetOn;
}

/** Registrations in these states (none: all) in which every word of `search` occurs; oldest deadline first, at most 500. */
export async function registrationQueue(states: RequestState[], search: string) {
  const words = searchable(search)
    .replace(/[%_\\]/g, " ")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
  const { id, number, state, firstName, lastName, practiceName, agbPractice, connected } = registrationRequests;
  const { targetOn, promiseOn, pausedOn, takenBy } = registrationRequests;
  const rows = await db
    .select({
      id,
      number,
      state,
      firstName,
      lastName,
      practiceName,
      agbPractice,
      connected,
      targetOn,
      promiseOn,
      pausedOn,
      takenBy,
    })
    .from(registrationRequests)
    .where(
      and(
        states.length > 0 ? inArray(state, states) : undefined,
        ...words.map((word) => like(registrationRequests.searchText, `%${word}%`)),
      ),
    )
    .orderBy(asc(targetOn), asc(number))
    .limit(MOST);
  const ids = rows.map((row) => row.id);
  const claims = ids.length
    ? await db
        .select({
          requestId: checkRows.requestId,
          outcome: checkRows.outcome,
          acceptedAt: checkRows.acceptedAt,
          round: checkRows.round,
        })
        .from(checkRows)
        .where(and(inArray(checkRows.requestId, ids), eq(checkRows.rule, "connected")))
        .orderBy(asc(checkRows.round))
    : [];
  const claim = new Map(claims.map((one) => [one.requestId, one.outcome === "pass" || one.acceptedAt !== null]));
  return rows.map((row) => ({ ...row, deadline: deadlineOf(row), claimChecked: claim.get(row.id) ?? false }));
}
