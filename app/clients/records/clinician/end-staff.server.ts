import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import type { EventOf } from "#app/platform/audit/events/catalogue.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { accountAt, accountNames } from "#app/platform/doors/names.server.ts";
import { renewInvitation, type Invited } from "#app/platform/doors/operators/add.server.ts";
import { requireAsked } from "#app/platform/doors/operators/asked.server.ts";
import { handOverCode } from "#app/platform/doors/operators/hand-over.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { StaffPlace, SystemActor } from "#app/shared/actor.ts";
import { dutchDate, now, today } from "#app/shared/clock.server.ts";
import { Invalid, NotFound } from "#app/shared/errors.ts";

const DAY_MS = 86_400_000;

/** Somebody's place at an environment, by the address of the account. */
export type PlaceOf = Pick<StaffPlace, "environmentId" | "role"> & { email: string };

/**
 * Sets the last day of a place at an environment (`YYYY-MM-DD`, Dutch), or takes it away with null.
 * @throws Forbidden without an active supervisor who asked; NotFound when nobody holds the place; Invalid for a day that has
 * passed
 */
export async function setStaffEnd(actor: SystemActor, where: PlaceOf, endsOn: string | null): Promise<void> {
  await transaction(async (tx) => {
    const place = await placeOf(tx, where);
    const about = `${where.email}, ${environmentOf(where.environmentId).name}: ${endsOn ?? "–"}`;
    await requireAsked(tx, actor, { act: "until", about });
    if (endsOn !== null && endsOn < today()) throw new Invalid({ date: "past" });
    await tx.update(environmentStaff).set({ endsOn }).where(eq(environmentStaff.id, place.id));
    await note(tx, actor, place, { event: "staff.until", detail: { before: place.endsOn, endsOn } });
  });
}

/**
 * Ends a place at an environment at once, with the sessions of the account; the account itself stays.
 * @throws Forbidden without an active supervisor who asked; NotFound when nobody holds the place
 */
export async function endStaff(actor: SystemActor, where: PlaceOf, reason: string): Promise<void> {
  await transaction(async (tx) => {
    const place = await placeOf(tx, where);
    const about = `${where.email}, ${environmentOf(where.environmentId).name}`;
    await requireAsked(tx, actor, { act: "end", about });
    // The last day counts: ended at once means that yesterday was the last.
    const endsOn = dutchDate(new Date(now().getTime() - DAY_MS));
    await tx.update(environmentStaff).set({ endsOn }).where(eq(environmentStaff.id, place.id));
    await endSessions(tx, actor, accountDoor, { id: place.accountId }, "role_changed");
    await note(tx, actor, place, { event: "staff.end", reason, detail: { before: place.endsOn, endsOn } });
  });
}

/**
 * Mails the activation anew to somebody with a place at an environment.
 * @throws Forbidden without an active supervisor who asked; NotFound when nobody holds the place; Conflict when the account is
 * activated
 */
export async function inviteStaffAgain(actor: SystemActor, where: PlaceOf): Promise<Invited> {
  return transaction(async (tx) => {
    const place = await placeOf(tx, where);
    await requireAsked(tx, actor, { act: "again", about: where.email });
    return renewInvitation(tx, actor, place.accountId);
  });
}

/**
 * Makes a code for signing in once, for somebody with a place at an environment whose own codes do not count.
 * @returns the code, shown once
 * @throws Forbidden without an active supervisor who asked; NotFound when nobody holds the place; Conflict as `handOverCode`
 */
export async function handOverStaff(actor: SystemActor, where: PlaceOf): Promise<string> {
  return transaction(async (tx) => {
    const place = await placeOf(tx, where);
    const about = `${where.email}, ${environmentOf(where.environmentId).name}`;
    await requireAsked(tx, actor, { act: "hand_over", about });
    return handOverCode(tx, actor, place.accountId);
  });
}

/** Everybody who works or worked for an environment, with code and last day; the list is logged. */
export async function listStaff(actor: SystemActor) {
  return transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(environmentStaff)
      .orderBy(asc(environmentStaff.environmentId), asc(environmentStaff.role), asc(environmentStaff.id));
    const names = await accountNames([...new Set(rows.map(({ accountId }) => accountId))], tx);
    await audit(tx, actor, { event: "staff.list", detail: { found: rows.length } });
    return rows.map(({ environmentId, role, clinicianCode, accountId, endsOn }) => {
      const { name = "", email = "", state = "ended" } = names.get(accountId) ?? {};
      return { environmentId, role, clinicianCode, name, email, state, endsOn };
    });
  });
}

type Place = typeof environmentStaff.$inferSelect;

async function placeOf(tx: Transaction, { email, environmentId, role }: PlaceOf): Promise<Place> {
  const account = await accountAt(email, tx);
  const held = and(
    eq(environmentStaff.environmentId, environmentOf(environmentId).id),
    eq(environmentStaff.accountId, account?.id ?? ""),
    eq(environmentStaff.role, role),
    or(isNull(environmentStaff.endsOn), gte(environmentStaff.endsOn, today())),
  );
  const [place] = await tx.select().from(environmentStaff).where(held);
  if (!place) throw new NotFound("no_place");
  return place;
}

async function note(
  tx: Transaction,
  actor: SystemActor,
  { id, accountId, environmentId }: Place,
  line: { event: EventOf<"environment_staff">; reason?: string; detail: Record<string, unknown> },
): Promise<void> {
  await audit(tx, actor, { ...line, id, organisation: environmentId, subjectId: accountId });
}
