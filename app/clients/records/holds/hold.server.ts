import { and, eq, gt, isNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { partHolds } from "#db/schema/records.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { to } from "#app/shared/address.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { plusDays } from "#app/shared/working-days.ts";
import { logCare } from "../care/log-care.server.ts";
import { ownClient } from "../care/own-clients.server.ts";
import { partOfPerson } from "../care/own-part.server.ts";
import { MOST_DAYS } from "./days.ts";
import { colleaguesOf } from "./for-clinician.server.ts";

const standing = (personId: string, partId: string) =>
  and(
    eq(partHolds.personId, personId),
    eq(partHolds.partId, partId),
    isNull(partHolds.releasedAt),
    gt(partHolds.opensOn, today()),
  );

/**
 * A clinician holds a part of an own client back until it was discussed: at most 14 days, once for each version of the
 * part. The client sees that something is held, by whom and until when; the hold ends by itself.
 * @param given.days whole days, the day of today included
 * @throws NotFound for a part of anybody but an own client; Invalid for a number of days that is not 1 to 14; Conflict
 *   when it is held, or this version was held before
 */
export async function holdPart(
  actor: StaffActor,
  personId: string,
  partId: string,
  given: { days: number; reason: string },
): Promise<void> {
  if (!Number.isInteger(given.days) || given.days < 1 || given.days > MOST_DAYS) throw new Invalid({ days: "days" });
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const part = await partOfPerson(tx, person, partId);
    if ((await tx.$count(partHolds, standing(person.id, part.id))) > 0) throw new Conflict("state_changed");
    const id = newId();
    const row = { id, environmentId: person.environmentId, personId: person.id, partId: part.id };
    const by = { heldAt: now(), heldBy: actor.accountId, heldByName: actor.name };
    const reason = sealField(given.reason, { table: "part_holds", column: "reason", row: id });
    const held = await tx
      .insert(partHolds)
      .values({ ...row, version: part.version, opensOn: plusDays(today(), given.days), reason, ...by })
      .onConflictDoNothing()
      .returning({ id: partHolds.id });
    if (held.length === 0) throw new Conflict("held_before");
    await logCare(tx, actor, person.id, { event: "part.hold", id: part.id, detail: { days: given.days } });
  });
}

/**
 * The clinician who holds a part names a colleague who treats the client too, to hold it longer: at most 14 days more,
 * once. Nothing changes until the colleague confirms.
 * @throws Conflict when nothing is held, or it was asked before; Invalid for anybody who does not treat the client
 */
export async function askLonger(
  actor: StaffActor,
  personId: string,
  partId: string,
  given: { days: number; second: string },
): Promise<void> {
  if (!Number.isInteger(given.days) || given.days < 1 || given.days > MOST_DAYS) throw new Invalid({ days: "days" });
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const second = (await colleaguesOf(tx, actor, person)).find(({ id }) => id === given.second);
    if (!second) throw new Invalid({ second: "second" });
    const asked = { longerDays: given.days, longerAskedOf: second.id, longerAskedOfName: second.name };
    const done = await tx
      .update(partHolds)
      .set(asked)
      .where(and(standing(person.id, partId), eq(partHolds.heldBy, actor.accountId), isNull(partHolds.longerAskedOf)))
      .returning({ id: partHolds.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, { event: "part.hold_longer_ask", id: partId, detail: { days: given.days } });
  });
}

/** The named colleague confirms that a part is held longer. @throws Conflict for anybody else, or when the hold is over */
export async function confirmLonger(actor: StaffActor, personId: string, partId: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const mine = and(
      standing(person.id, partId),
      eq(partHolds.longerAskedOf, actor.accountId),
      isNull(partHolds.longerConfirmedAt),
    );
    const [row] = await tx.select().from(partHolds).where(mine);
    if (!row) throw new Conflict("state_changed");
    const opensOn = plusDays(row.opensOn, row.longerDays ?? 0);
    const done = await tx
      .update(partHolds)
      .set({ opensOn, longerConfirmedAt: now() })
      .where(and(mine, eq(partHolds.id, row.id), eq(partHolds.opensOn, row.opensOn)))
      .returning({ id: partHolds.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, { event: "part.hold_longer", id: partId, detail: { days: row.longerDays } });
  });
}

/** The part was discussed: the client sees it from now on, and is mailed that there is news. @throws Conflict when it is not held */
export async function releasePart(actor: StaffActor, personId: string, partId: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const done = await tx
      .update(partHolds)
      .set({ releasedAt: now(), releasedBy: actor.accountId, releasedByName: actor.name })
      .where(standing(person.id, partId))
      .returning({ id: partHolds.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, { event: "part.release", id: partId, detail: {} });
    await tellNews(tx, person, to("/mijn/:environment/zorgdossier", { environment: person.environmentId }));
  });
}
