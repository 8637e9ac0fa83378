import { like, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { accounts } from "#db/schema/identity.ts";

/** True when there are accounts of invented people: their addresses end in a name that nobody can own (RFC 2606). */
export async function hasInventedAccounts(): Promise<boolean> {
  const endings = ["example", "test", "invalid", "localhost"].map((ending) => like(accounts.email, `%.${ending}`));
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(or(...endings))
    .limit(1);
  return found.length > 0;
}
