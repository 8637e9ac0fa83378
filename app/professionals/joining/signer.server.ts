import { eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { registrationRequests, type RequestState } from "#db/schema/joining.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";

/** What the authorization has to know of a request: who signs, for which practice, and how to reach that person. */
export type Signer = {
  requestId: string;
  number: string;
  state: RequestState;
  version: number;
  agbPractitioner: string;
  agbPractice: string;
  practiceName: string;
  firstName: string;
  lastName: string;
  name: string;
  practiceEmail: string;
  ownEmail: string | null;
  /** E.164, or null. */
  mobile: string | null;
  more: Record<string, string> | null;
  careGroups: string[];
  otherCareGroup: string | null;
  language: "nl" | "en";
  promiseOn: string | null;
};

/** The signer of a request. @throws NotFound */
export async function signerOf(requestId: string, from: Reads = db): Promise<Signer> {
  const [row] = await from.select().from(registrationRequests).where(eq(registrationRequests.id, requestId));
  if (!row) throw new NotFound();
  return {
    requestId: row.id,
    number: row.number,
    state: row.state,
    version: row.version,
    agbPractitioner: row.agbPractitioner,
    agbPractice: row.agbPractice,
    practiceName: row.practiceName,
    firstName: row.firstName,
    lastName: row.lastName,
    name: `${row.firstName} ${row.lastName}`,
    practiceEmail: row.practiceEmail,
    ownEmail: row.ownEmail,
    mobile: row.mobile && openField(row.mobile, { table: "registration_requests", column: "mobile", row: row.id }),
    more: row.more,
    careGroups: row.careGroups,
    otherCareGroup: row.otherCareGroup,
    language: row.language,
    promiseOn: row.promiseOn,
  };
}
