import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { factors } from "#db/schema/doors.ts";
import type { Account } from "../account.server.ts";

export type Way = "sms" | "mail" | "app" | "recovery" | "handover";

/** In which ways this account may give its second factor now, the usual one first. One that is off is none. */
export async function waysOf(account: Account, from: Reads = db): Promise<Way[]> {
  const rows = await from
    .select({ kind: factors.kind })
    .from(factors)
    .where(and(eq(factors.accountId, account.id), isNull(factors.offAt), isNotNull(factors.boundAt)));
  const on = new Set(rows.map(({ kind }) => kind));
  const ways: Way[] = [];
  if (on.has("app")) ways.push("app");
  if (on.has("sms") && account.mobile) ways.push("sms");
  if (on.has("mail") && !account.mailCodeOff) ways.push("mail");
  // Somebody whose other ways are off, or who has only the mailbox of a reset, is handed a code in person.
  if (ways.length === 0 || (account.mailCodeOff && !account.mobile)) ways.push("handover");
  return [...ways, "recovery"];
}

/** The channel by which a code is sent by itself; null when this account gives its factor in another way. */
export async function sentWay(account: Account, from: Reads = db): Promise<"sms" | "mail" | null> {
  const [usual] = await waysOf(account, from);
  return usual === "sms" || usual === "mail" ? usual : null;
}
