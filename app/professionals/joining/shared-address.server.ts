import { and, inArray, lt, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { registrationRequests, type RequestState } from "#db/schema/joining.ts";
import { sameAddress } from "#app/shared/fields/email.ts";

const RUNNING: RequestState[] = ["submitted", "in_review", "info_requested", "authorization_sent", "signed"];

/**
 * Whether another practitioner asked for an account with this address before, and that request still runs. Two people of
 * one practice then hear it at the start, and not after the second has signed.
 * @param before id of the own request; null for one that is handed in now
 */
export async function askedByAnother(
  address: string,
  agbPractitioner: string,
  before: string | null,
): Promise<boolean> {
  const rows = await db
    .select({ ownEmail: registrationRequests.ownEmail, practiceEmail: registrationRequests.practiceEmail })
    .from(registrationRequests)
    .where(
      and(
        inArray(registrationRequests.state, RUNNING),
        ne(registrationRequests.agbPractitioner, agbPractitioner),
        before === null ? undefined : lt(registrationRequests.id, before),
      ),
    );
  return rows.some((row) => sameAddress(row.ownEmail ?? row.practiceEmail, address));
}
