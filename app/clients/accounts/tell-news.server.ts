import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { ownDoor } from "#app/platform/doors/owners/own-door.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { Address } from "#app/shared/address.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { letters } from "./letters.ts";

/**
 * Mails the accounts of a person that there is news, or that something changed; never what, nor from whom. Without an
 * address nothing is sent, nor while the account is paused: then there is nothing to sign in for.
 */
export async function tellNews(
  tx: Transaction,
  person: { id: string; environmentId: string },
  page: Address,
  kind: "news" | "change" = "news",
): Promise<void> {
  const accounts = await tx
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, person.environmentId), eq(clientAccounts.personId, person.id)));
  for (const account of accounts) {
    const { id, email, state, language, environmentId } = account;
    if (!email || (state !== "active" && state !== "terms_pending")) continue;
    if ((await ownDoor(account, tx)) !== "open") continue;
    const letter = letters.news[kind]({ name: callName(account), page });
    await send(tx, { email, language, environmentId, about: id }, letter, newId());
  }
}
