import { eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { today } from "#app/shared/clock.server.ts";
import { openField } from "#app/shared/crypto.server.ts";

export type Account = typeof accounts.$inferSelect;

/** The mobile number of an account, E.164, or null. */
export function mobileOf(account: Pick<Account, "id" | "mobile">): string | null {
  return account.mobile && openField(account.mobile, { table: "accounts", column: "mobile", row: account.id });
}

/** Whether this account may come in today. */
export const mayEnter = (account: Pick<Account, "state" | "endsOn">) =>
  account.state === "active" && (account.endsOn === null || account.endsOn >= today());

/** A number or address as it may be shown: enough to know one's own. */
export function masked(value: string): string {
  const at = value.indexOf("@");
  if (at > 0) return `${value.slice(0, 2)}…${value.slice(at)}`;
  return `06 •••• ••${value.slice(-2)}`;
}

/** One account by id, or null. */
export async function accountById(id: string, from: Reads = db): Promise<Account | null> {
  const [row] = await from.select().from(accounts).where(eq(accounts.id, id));
  return row ?? null;
}
