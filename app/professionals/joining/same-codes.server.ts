import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { registrationRequests, type RequestState } from "#db/schema/joining.ts";
import { addCheck, type Sourced } from "./checks.server.ts";
import type { RequestRow } from "./request.server.ts";

const PENDING: RequestState[] = ["submitted", "in_review", "info_requested", "authorization_sent", "signed"];

export type Pair = { agbPractitioner: string; agbPractice: string };

/** Rows of requests for the same two codes. */
export const ofPair = (pair: Pair) =>
  and(
    eq(registrationRequests.agbPractitioner, pair.agbPractitioner),
    eq(registrationRequests.agbPractice, pair.agbPractice),
  );

/**
 * Requests for the same two codes that are under way, oldest first. Anybody can type the codes of somebody else, so there
 * may be more than one.
 */
export async function pendingRequests(pair: Pair, from: Reads = db): Promise<RequestRow[]> {
  return from
    .select()
    .from(registrationRequests)
    .where(and(ofPair(pair), inArray(registrationRequests.state, PENDING)))
    .orderBy(asc(registrationRequests.id));
}

/** The other requests for the codes of a request, as the desk names them. */
export async function othersOf(
  request: Pair & { id: string },
  from: Reads = db,
): Promise<{ id: string; number: string; practiceEmail: string }[]> {
  return from
    .select({
      id: registrationRequests.id,
      number: registrationRequests.number,
      practiceEmail: registrationRequests.practiceEmail,
    })
    .from(registrationRequests)
    .where(and(ofPair(request), inArray(registrationRequests.state, PENDING), ne(registrationRequests.id, request.id)))
    .orderBy(asc(registrationRequests.id));
}

/** Whether this request is the only one for its codes; of several the desk says which is the practitioner's. */
export async function onlyRequest(request: Pair & { id: string }, from: Reads = db): Promise<Sourced> {
  const others = (await othersOf(request, from)).map(({ number }) => number);
  return {
    rule: "only_request",
    outcome: others.length === 0 ? "pass" : "fail",
    source: "own_records",
    evidence: { others },
  };
}

/** Tells the requests that were there already, in their checks, that another one came. */
export async function tellOthers(tx: Transaction, running: RequestRow[]): Promise<void> {
  for (const row of running) await addCheck(tx, row.id, await onlyRequest(row, tx));
}
