import { transaction } from "#db/client.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { carrierFor } from "../activate.server.ts";
import { sendCode } from "../codes.server.ts";
import { tell } from "../tell.server.ts";
import { halfSession } from "./code.server.ts";
import { waysOf } from "./ways.server.ts";

/**
 * Sends the code once more, or by mail instead of SMS; the latter is told to the owner.
 * @throws Limited within a minute of the last one; Conflict when a code by this channel does not count for this account now
 */
export async function resendCode(token: string | null, byMail: boolean): Promise<void> {
  const { attempt, account } = await halfSession(token);
  const ways = await waysOf(account);
  const channel = byMail || !account.mobile ? "mail" : "sms";
  if (!ways.includes(channel)) throw new Conflict(channel === "mail" ? "mail_code_off" : "sms_code_off");
  await transaction(async (tx) => {
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierFor(account, "sign_in", channel === "mail") });
    if (channel === "mail" && account.mobile) await tell(tx, account, "mail_code");
  });
}
