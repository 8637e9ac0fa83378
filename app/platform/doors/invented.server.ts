import { and, isNotNull, like, notInArray, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";

const ENDINGS = ["example", "test", "invalid", "localhost"];

/** Whether a mail address ends in a name that nobody can own (RFC 2606): no mail ever gets there. */
export const isInventedAddress = (email: string) =>
  ENDINGS.some((ending) => email.toLowerCase().endsWith(`.${ending}`));

/**
 * True when there are accounts of invented people, by their address. One that was never activated does not count: somebody
 * who registers with such an address would otherwise keep the portal from starting again.
 */
export async function hasInventedAccounts(): Promise<boolean> {
  const endings = ENDINGS.map((ending) => like(accounts.email, `%.${ending}`));
  const used = or(notInArray(accounts.state, ["invited", "ended"]), isNotNull(accounts.activatedAt));
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(or(...endings), used))
    .limit(1);
  return found.length > 0;
}
