import type { Transaction } from "#db/client.server.ts";
import type { clientAccounts } from "#db/schema/accounts.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { ownDoor } from "../owners/own-door.server.ts";
import { letters } from "./letters.ts";

const WHY = { signed_up: "waiting", refused: "refused", closed: "closed", active: null, terms_pending: null } as const;

/**
 * Says by mail what the screen does not say to strangers: why the right password opens nothing, or no new one can be
 * chosen. At most once a day for each reason.
 */
export async function tellClientWhyNot(tx: Transaction, account: typeof clientAccounts.$inferSelect): Promise<void> {
  const { id, email, language, environmentId } = account;
  if (!email) return;
  const door = await ownDoor(account, tx);
  const reason = WHY[account.state] ?? (door === "open" ? "shut" : door);
  const letter = letters.client.whyNot[reason]({ name: callName(account), environment: environmentId });
  await send(tx, { email, language, environmentId, about: id }, letter, `${id}:${today()}`);
}
