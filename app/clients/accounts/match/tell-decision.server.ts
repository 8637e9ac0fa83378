import type { Transaction } from "#db/client.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { callName } from "#app/shared/person-name.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { letters } from "./letters.ts";

/** Tells the client how the sign-up ended, or that its match was undone. */
export async function tellDecision(
  tx: Transaction,
  account: ClientAccount,
  decision: keyof typeof letters.decision,
): Promise<void> {
  const { id, email, language, environmentId } = account;
  if (!email) return;
  const letter = letters.decision[decision]({ name: callName(account), environment: environmentId });
  await send(tx, { email, language, environmentId, about: id }, letter, `${id}:${now().getTime()}`);
}
