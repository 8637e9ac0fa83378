import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signingHandovers } from "#db/schema/joining.ts";
import { maskedMobile } from "#app/shared/fields/telephone.ts";
import type { Signer } from "#app/professionals/joining/signer.server.ts";
import { sameAddress } from "#app/shared/fields/email.ts";

/** Which way the confirmation code goes, and how that way is called without giving the address away. */
export type Way =
  | { channel: "sms"; to: string; masked: string }
  | { channel: "handover"; masked: string }
  | { channel: "mail"; to: string; masked: string; second: boolean };

/**
 * The second channel of a signer: the mobile number; without one the code that the desk read
 * out at the call-back; without that a mail, which is `second` only when it goes to another address than the link did.
 */
export async function wayOf(signer: Signer): Promise<Way> {
  if (signer.mobile) return { channel: "sms", to: signer.mobile, masked: maskedMobile(signer.mobile) };
  const [handover] = await db
    .select({ usedAt: signingHandovers.usedAt })
    .from(signingHandovers)
    .where(eq(signingHandovers.requestId, signer.requestId));
  if (handover && !handover.usedAt) return { channel: "handover", masked: "" };
  const to = signer.ownEmail ?? signer.practiceEmail;
  const second = !sameAddress(to, signer.practiceEmail);
  return { channel: "mail", to, masked: maskedAddress(to), second };
}

/** "n***@oudehaven.example" */
function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}
