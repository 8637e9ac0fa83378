import { db } from "#db/client.server.ts";
import { agbParties } from "#db/schema/joining.ts";

/** True when a register was imported. */
export async function registerIsFilled(): Promise<boolean> {
  const found = await db.select({ agb: agbParties.agb }).from(agbParties).limit(1);
  return found.length > 0;
}
