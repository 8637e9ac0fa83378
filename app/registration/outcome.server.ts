import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { registrationRequests, requestEvents, type RequestState } from "#db/schema/registration.ts";
import { audit } from "#app/audit/record.server.ts";
import type { Actor } from "#app/rights/actor.ts";
import { dutchDate, now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { addWorkingDays } from "#app/shared/working-days.ts";
import type { ChosenCareGroups } from "./fields.server.ts";

/** Working days from the signature within which the account details are promised. */
const PROMISE_DAYS = 7;

type Row = typeof registrationRequests.$inferSelect;
export type RequestChanges = Partial<
  Pick<Row, "agbPractitioner" | "agbPractice" | "firstName" | "lastName" | "practiceEmail" | "ownEmail" | "mobile"> &
    ChosenCareGroups
>;
type Step = { from: RequestState[]; event: string; kind: string; reason?: string; note?: string; shown?: boolean };

/** The authorization was mailed. @param expectedVersion the version the decision was taken on. @throws Conflict */
export async function markAuthorizationSent(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  expectedVersion: number,
): Promise<void> {
  const step: Step = {
    from: ["in_review", "expired"],
    event: "request.send_authorization",
    kind: "authorization_sent",
  };
  await move(tx, actor, requestId, step, { state: "authorization_sent" }, expectedVersion);
}

/** Signed: the promise of seven working days starts. @throws Conflict */
export async function markSigned(tx: Transaction, actor: Actor, requestId: string, signedAt: Date): Promise<void> {
  const promiseOn = addWorkingDays(dutchDate(signedAt), PROMISE_DAYS);
  const step: Step = { from: ["authorization_sent"], event: "request.sign", kind: "signed" };
  await move(tx, actor, requestId, step, { state: "signed", signedAt, promiseOn });
}

/** The signer refused: back to the desk, with the reason. @throws Conflict */
export async function markDeclined(tx: Transaction, actor: Actor, requestId: string, reason: string): Promise<void> {
  const step: Step = { from: ["authorization_sent"], event: "request.decline", kind: "declined", reason, note: reason };
  await move(tx, actor, requestId, step, { state: "in_review", reason });
}

/** The signer chose other care groups, in place. @throws Conflict */
export async function markCorrected(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  chosen: ChosenCareGroups,
): Promise<void> {
  const step: Step = { from: ["authorization_sent"], event: "request.correct", kind: "corrected" };
  await move(tx, actor, requestId, step, chosen);
}

/** Other data of who it is or how to reach them: back to the desk, which checks anew. @throws Conflict */
export async function backToReview(
  tx: Transaction,
  actor: Actor,
  requestId: string,
  given: { changes: RequestChanges },
  reason: string,
): Promise<void> {
  const { mobile, ...plain } = given.changes;
  const place = { table: "registration_requests", column: "mobile", row: requestId };
  const sealed = mobile === undefined ? {} : { mobile: mobile === null ? null : sealField(mobile, place) };
  const step: Step = { from: ["authorization_sent"], event: "request.correct", kind: "corrected_back", reason };
  await move(tx, actor, requestId, step, { ...plain, ...sealed, state: "in_review", reason });
}

/** Nobody signed in fourteen days. @throws Conflict */
export async function markExpired(tx: Transaction, actor: Actor, requestId: string): Promise<void> {
  const step: Step = { from: ["authorization_sent"], event: "request.expire", kind: "expired" };
  await move(tx, actor, requestId, step, { state: "expired" });
}

async function move(
  tx: Transaction,
  actor: Actor,
  id: string,
  step: Step,
  set: Partial<typeof registrationRequests.$inferInsert>,
  expectedVersion?: number,
): Promise<void> {
  const here = and(eq(registrationRequests.id, id), inArray(registrationRequests.state, step.from));
  const [row] = await tx.select({ version: registrationRequests.version }).from(registrationRequests).where(here);
  if (!row || row.version !== (expectedVersion ?? row.version)) throw new Conflict("request_changed");
  const moved = await tx
    .update(registrationRequests)
    .set({ ...set, version: row.version + 1 })
    .where(and(here, eq(registrationRequests.version, row.version)))
    .returning({ organisation: registrationRequests.agbPractice });
  if (!moved[0]) throw new Conflict("request_changed");
  const actorName = actor.kind === "stranger" ? "" : actor.name;
  const { kind, note = null, shown = true } = step;
  await tx.insert(requestEvents).values({ id: newId(), requestId: id, at: now(), kind, actorName, note, shown });
  const object = { type: "request", id, version: String(row.version + 1) };
  const { event, reason } = step;
  await audit(tx, actor, { event, action: "U", object, organisation: moved[0].organisation, reason });
}
