import type { Transaction } from "#db/client.server.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { Account } from "./account.server.ts";
import { changeMail, type Change } from "./mails.server.ts";

/** Mails the owner that something changed (ASVS 6.3.7). */
export async function tell(tx: Transaction, account: Account, change: Change): Promise<void> {
  const key = `${change}:${account.id}:${newId()}`;
  await queueMail(tx, {
    to: account.email,
    kind: change,
    key,
    subjectId: account.id,
    ...changeMail(account, change, now()),
  });
}
