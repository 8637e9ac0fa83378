import { asc, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { careGroups } from "#db/schema/joining.ts";

export type CareGroup = typeof careGroups.$inferSelect;

/** Care groups one can choose, by name. */
export async function activeCareGroups(): Promise<CareGroup[]> {
  return db.select().from(careGroups).where(eq(careGroups.active, true)).orderBy(asc(careGroups.name));
}

/** Adds a care group or changes its name, region or whether it can be chosen. */
export async function putCareGroup(tx: Transaction, group: CareGroup): Promise<void> {
  await tx.insert(careGroups).values(group).onConflictDoUpdate({ target: careGroups.id, set: group });
}
