import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { careGroups } from "#db/schema/registration.ts";

/** Care groups that can be chosen now, by name. */
export async function activeCareGroups(): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: careGroups.id, name: careGroups.name })
    .from(careGroups)
    .where(eq(careGroups.active, true))
    .orderBy(asc(careGroups.name));
}
