import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { partBlocks } from "#db/schema/records.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { logCare } from "./care/log-care.server.ts";
import { ownClient } from "./care/own-clients.server.ts";
import { partOfPerson } from "./care/own-part.server.ts";

const standing = (personId: string, partId: string) =>
  and(eq(partBlocks.personId, personId), eq(partBlocks.partId, partId), isNull(partBlocks.liftedAt));

/**
 * From now on representatives of an own client do not see this part; the reason is kept sealed.
 * @throws NotFound for a part of anybody else; Conflict when it is blocked already
 */
export async function blockPart(actor: StaffActor, personId: string, partId: string, reason: string): Promise<void> {
  await transaction(async (tx) => {
    if (!(await addBlock(tx, actor, personId, partId, reason))) throw new Conflict("state_changed");
  });
}

/** Blocks a part in the transaction of the act it belongs to; false when it was blocked already. */
export async function addBlock(
  tx: Transaction,
  actor: StaffActor,
  personId: string,
  partId: string,
  reason: string,
): Promise<boolean> {
  const person = await ownClient(tx, actor, personId);
  const part = await partOfPerson(tx, person, partId);
  if ((await tx.$count(partBlocks, standing(person.id, part.id))) > 0) return false;
  const id = newId();
  await tx.insert(partBlocks).values({
    ...{ id, environmentId: person.environmentId, personId: person.id, partId: part.id },
    reason: sealField(reason, { table: "part_blocks", column: "reason", row: id }),
    ...{ blockedBy: actor.accountId, blockedByName: actor.name, blockedAt: now() },
  });
  await logCare(tx, actor, person.id, { event: "part.block", id: part.id });
  return true;
}

/** Representatives see the part again. @throws Conflict when it is not blocked */
export async function liftBlock(actor: StaffActor, personId: string, partId: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const done = await tx
      .update(partBlocks)
      .set({ liftedAt: now(), liftedBy: actor.accountId })
      .where(standing(person.id, partId))
      .returning({ id: partBlocks.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, { event: "part.unblock", id: partId });
  });
}
