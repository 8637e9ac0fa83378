import { and, desc, eq, inArray } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { registrationRequests, type RequestState } from "#db/schema/joining.ts";
import { now } from "#app/shared/clock.server.ts";
import { openField, sealField } from "#app/shared/crypto.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { closedStates, transitions, type Step } from "./transitions.ts";

export type RequestRow = typeof registrationRequests.$inferSelect;
type Change = Partial<Omit<RequestRow, "id" | "number" | "state" | "version">>;

/** One request. @throws NotFound */
export async function requestById(id: string, from: Reads = db): Promise<RequestRow> {
  const [row] = await from.select().from(registrationRequests).where(eq(registrationRequests.id, id));
  if (!row) throw new NotFound();
  return row;
}

/** The approved request that an account came from, the newest; null for employees and for people of the operator. */
export async function requestOfAccount(accountId: string, from: Reads = db): Promise<RequestRow | null> {
  const [row] = await from
    .select()
    .from(registrationRequests)
    .where(and(eq(registrationRequests.accountId, accountId), eq(registrationRequests.state, "completed")))
    .orderBy(desc(registrationRequests.id))
    .limit(1);
  return row ?? null;
}

/**
 * Makes one step, if the state and, when given, the version still allow it: two people never both decide.
 * @throws Conflict `request_changed` when somebody changed the request meanwhile, `request_moved` when the step is not possible
 */
export async function makeStep(
  tx: Transaction,
  step: Step,
  given: { requestId: string; version?: number },
  change: Change = {},
): Promise<RequestRow> {
  const before = await requestById(given.requestId, tx);
  const { from, to } = transitions[step];
  const state = to ?? before.state;
  const closed = closedStates.includes(state) || state === "expired";
  // A step that stays where it was does not begin the term of keeping anew.
  const closing = to === null ? {} : { closedAt: closed ? now() : null };
  const [after] = await tx
    .update(registrationRequests)
    .set({ ...closing, ...change, state, version: before.version + 1 })
    .where(
      and(
        eq(registrationRequests.id, given.requestId),
        inArray(registrationRequests.state, from as RequestState[]),
        eq(registrationRequests.version, given.version ?? before.version),
      ),
    )
    .returning();
  if (after) return after;
  const stale = given.version !== undefined && given.version !== before.version;
  throw new Conflict(stale ? "request_changed" : "request_moved");
}

const placeOf = (row: string) => ({ table: "registration_requests", column: "mobile", row });

/** A mobile number as stored in a request. */
export function sealMobile(requestId: string, mobile: string | null): string | null {
  return mobile && sealField(mobile, placeOf(requestId));
}

/** The mobile number of a request, E.164, or null. */
export function mobileOf(row: Pick<RequestRow, "id" | "mobile">): string | null {
  return row.mobile && openField(row.mobile, placeOf(row.id));
}

/** The address the practitioner will sign in with. */
export function signInAddress(row: Pick<RequestRow, "ownEmail" | "practiceEmail">): string {
  return row.ownEmail ?? row.practiceEmail;
}

/** Text as searched: no accents, no case, single spaces. */
export function searchable(...parts: (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** What the desk can search a request by. */
export function searchTextOf(
  row: Pick<
    RequestRow,
    | "number"
    | "agbPractitioner"
    | "agbPractice"
    | "practiceName"
    | "firstName"
    | "lastName"
    | "practiceEmail"
    | "ownEmail"
  >,
): string {
  const { number, agbPractitioner, agbPractice, practiceName, firstName, lastName, practiceEmail, ownEmail } = row;
  return searchable(number, agbPractitioner, agbPractice, practiceName, firstName, lastName, practiceEmail, ownEmail);
}
