import { eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { codes } from "#db/schema/identity.ts";
import { Conflict } from "#app/shared/errors.ts";
import { carrierFor } from "../activate.server.ts";
import { sendCode } from "../codes.server.ts";
import { tell } from "../tell.server.ts";
import { halfSession } from "./code.server.ts";

/**
 * Sends the code once more, or by mail instead of SMS; the latter is told to the owner.
 * @throws Limited within a minute of the last one; Conflict when a mailed code does not count for this account now
 */
export async function resendCode(token: string | null, byMail: boolean): Promise<void> {
  const { attempt, account } = await halfSession(token);
  if ((byMail || !account.mobile) && account.mailCodeOff) throw new Conflict("mail_code_off");
  await transaction(async (tx) => {
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierFor(account, "sign_in", byMail) });
    if (byMail && account.mobile) await tell(tx, account, "mail_code");
  });
}

/** Whether the code of this attempt went by mail although a mobile is known. */
export async function lastChannel(attemptId: string): Promise<"sms" | "mail" | null> {
  const rows = await db
    .select({ channel: codes.channel, at: codes.sentAt })
    .from(codes)
    .where(eq(codes.attemptId, attemptId));
  const last = rows.sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.channel;
  return last === "sms" || last === "mail" ? last : null;
}
