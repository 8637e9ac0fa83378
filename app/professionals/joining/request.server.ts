import { and, desc, eq } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import type { CaseKind } from "#app/platform/cases/kind.ts";
import { type Made, step } from "#app/platform/cases/step.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { openField, sealField } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { tell } from "./story.server.ts";
import { overStates, transitions, type Step } from "./transitions.ts";

export type RequestRow = typeof registrationRequests.$inferSelect;

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

/** A registration as a case: its steps, its promise and its story. */
export const registration = {
  table: registrationRequests,
  steps: transitions,
  over: { states: overStates, since: "closedAt" },
  clock: { due: "promiseOn", paused: "pausedOn", waits: ["info_requested"] },
  refusal: { changed: "request_changed", moved: "request_moved" },
  log: (tx, actor, { id: requestId, version, agbPractice: organisation }, { event: kind, note }) =>
    tell(tx, actor, { requestId, version, kind, note, organisation }),
} satisfies CaseKind<typeof registrationRequests, typeof transitions>;

/**
 * Makes one step of a registration and tells it.
 * @throws Conflict `request_changed` when somebody changed the request meanwhile, `request_moved` when the step is not possible
 */
export function makeStep(
  tx: Transaction,
  actor: Actor,
  name: Step,
  { requestId: id, version }: { requestId: string; version?: number },
  made: Made<typeof registrationRequests> = {},
): Promise<RequestRow> {
  return step(tx, actor, registration, name, { id, version }, made);
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
