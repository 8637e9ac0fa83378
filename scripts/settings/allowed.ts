import { eq } from "drizzle-orm";
import { activeSupervisors, requireAsked } from "#app/platform/doors/operators/asked.server.ts";
import type { Change } from "#app/platform/settings/change.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import type { Transaction } from "#db/client.server.ts";
import { environmentTables } from "#db/environments.ts";

/**
 * Settings decide who gets in and what is asked of them, so a change is asked for by an active supervisor, who is told by
 * mail. The first ones come before anybody works here.
 * @throws Forbidden
 */
export const allowed =
  (actor: SystemActor) =>
  async (tx: Transaction, changes: Change[], before: { operator?: unknown }): Promise<void> => {
    if (before.operator === undefined || (!actor.onBehalfOf && (await activeSupervisors(tx)).length === 0)) return;
    const about = [...new Set(changes.map(({ kind, key }) => (key ? `${kind} ${key}` : kind)))].join(", ");
    await requireAsked(tx, actor, { act: "settings", about });
  };

/** Which of these environments hold something of somebody: those stay, or whoever belongs there would find nothing. */
export async function environmentsInUse(tx: Transaction, environmentIds: string[]): Promise<string[]> {
  const used = await Promise.all(
    environmentIds.map(async (id) => {
      for (const table of environmentTables)
        if ((await tx.select().from(table).where(eq(table.environmentId, id)).limit(1)).length > 0) return [id];
      return [];
    }),
  );
  return used.flat();
}
