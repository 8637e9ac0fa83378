import type { Transaction } from "#db/client.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { letters } from "./letters.ts";

/** Tells the owner what became of a link with DigiD, and how to take it back. */
export async function tellLink(
  tx: Transaction,
  account: ClientAccount,
  what: keyof typeof letters.link,
): Promise<void> {
  const { id, email, language, environmentId } = account;
  if (!email) return;
  const letter = letters.link[what]({ name: callName(account), environment: environmentId, at: now() });
  await send(tx, { email, language, environmentId, about: id }, letter, newId());
}
