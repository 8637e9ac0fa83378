import type { Transaction } from "#db/client.server.ts";
import { treatingCodes } from "#app/clients/records/care/treating.server.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import type { Letter } from "#app/platform/messages/letter.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { staffAccounts } from "#app/platform/rights/staff-accounts.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { letters } from "./letters.ts";
import type { RequestRow } from "./request.ts";

type Due = Pick<RequestRow, "id" | "environmentId" | "personId" | "dueOn">;

/** Tells the staff of a practice that a client asked something; never who, nor what. */
export async function tellStaff(tx: Transaction, environment: string, id: string): Promise<void> {
  const staff = await staffAccounts(tx, environment, { role: "staff" });
  await tell(tx, staff, letters.asked({ environment }), { once: id, about: id });
}

/** Tells the staff that so many questions wait whose last day has come; once a day. */
export async function tellStaffLate(tx: Transaction, environment: string, count: number): Promise<void> {
  const staff = await staffAccounts(tx, environment, { role: "staff" });
  await tell(tx, staff, letters.late({ environment, count }), { once: `${environment}:${today()}` });
}

/** Tells the clinicians of a client that a term ends; never whose, nor of what. */
export async function tellClinicians(tx: Transaction, { id, environmentId, personId, dueOn }: Due): Promise<void> {
  const codes = await treatingCodes(tx, environmentId, personId);
  const clinicians = await staffAccounts(tx, environmentId, { role: "clinician", codes });
  await tell(tx, clinicians, letters.due({ environment: environmentId }), { once: `${id}:${dueOn}`, about: id });
}

async function tell(
  tx: Transaction,
  accountIds: string[],
  letter: Letter<"operator">,
  { once, about }: { once: string; about?: string },
): Promise<void> {
  for (const [accountId, { email, language }] of await accountNames(accountIds, tx))
    await send(tx, { email, language, about }, letter, `${once}:${accountId}`);
}
