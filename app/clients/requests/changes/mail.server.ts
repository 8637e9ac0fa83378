import type { Transaction } from "#db/client.server.ts";
import { staffAccounts } from "#app/clients/records/clinician/staff-accounts.server.ts";
import type { Letter } from "#app/platform/messages/letter.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { letters } from "./letters.ts";

/** Tells the staff of a practice that a client asked something; never who, nor what. */
export function tellStaff(tx: Transaction, environment: string, id: string): Promise<void> {
  return tell(tx, environment, letters.asked({ environment }), { once: id, about: id });
}

/** Tells the staff that so many changes wait whose last day has come; once a day. */
export function tellStaffLate(tx: Transaction, environment: string, count: number): Promise<void> {
  return tell(tx, environment, letters.late({ environment, count }), { once: `${environment}:${today()}` });
}

async function tell(
  tx: Transaction,
  environmentId: string,
  letter: Letter<"operator">,
  { once, about }: { once: string; about?: string },
): Promise<void> {
  for (const { accountId, email, language } of await staffAccounts(tx, environmentId))
    await send(tx, { email, language, about }, letter, `${once}:${accountId}`);
}
