import { and, eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";

/** How far this person is in the introduction tour: the step to go on with, or null; and whether it was ended once. */
export async function tourOf(actor: ClientActor): Promise<{ step: number | null; done: boolean }> {
  const [row] = await db.select().from(clientAccounts).where(own(actor));
  return { step: row?.tourStep ?? null, done: row?.tourDoneAt != null };
}

/** Keeps the step where somebody is, from 0, so that the tour goes on there on another day or device (G-10). */
export async function keepTourStep(actor: ClientActor, step: number): Promise<void> {
  await change(actor, { tourStep: step }, { step });
}

/** The tour was seen to its end, or stopped: it is not offered again, and can be repeated from its start. */
export async function endTour(actor: ClientActor): Promise<void> {
  await change(actor, { tourStep: null, tourDoneAt: now() }, { ended: true });
}

async function change(
  actor: ClientActor,
  values: Partial<typeof clientAccounts.$inferInsert>,
  detail: Record<string, unknown>,
): Promise<void> {
  await transaction(async (tx) => {
    const changed = await tx.update(clientAccounts).set(values).where(own(actor)).returning({ id: clientAccounts.id });
    if (changed.length === 0) throw new Conflict();
    const subjectId = actor.personId ?? undefined;
    await audit(tx, actor, { event: "client.tour", id: actor.accountId, subjectId, detail });
  });
}

const own = (actor: ClientActor) =>
  and(eq(clientAccounts.id, actor.accountId), eq(clientAccounts.environmentId, actor.environmentId));
