import { and, eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { emailKey } from "#app/platform/doors/invite.server.ts";
import { ownDoor } from "../child/own-door.server.ts";
import { findLink, type LinkPurpose } from "#app/platform/doors/links.server.ts";
import type { ClientAccount } from "../sessions.server.ts";

/**
 * The account of an address in one environment, or null. A plus-address or alias is an address of its own: only case
 * and spelling of the same signs are evened out (U-01).
 */
export async function accountByEmail(
  environmentId: string,
  email: string,
  from: Reads = db,
): Promise<ClientAccount | null> {
  const [row] = await from
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, environmentId), eq(clientAccounts.emailKey, emailKey(email))));
  return row ?? null;
}

/** An account of one environment, or null: ids of another are unknown here (H11). */
export async function accountIn(environmentId: string, id: string, from: Reads = db): Promise<ClientAccount | null> {
  const [row] = await from
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, environmentId), eq(clientAccounts.id, id)));
  return row ?? null;
}

/** Whether this account may come in by password and mailed code, now: also the age counts. */
export const hasMailDoor = async (account: ClientAccount, from: Reads = db): Promise<boolean> =>
  (account.state === "active" || account.state === "terms_pending") &&
  account.mailDoor &&
  (await ownDoor(account, from)) === "open";

/** The account of a mailed link that is still good, or null; looking uses nothing up. */
export async function accountOfLink(
  environment: Environment,
  purpose: Extract<LinkPurpose, "client_reset" | "client_unlock">,
  token: string | null,
): Promise<{ linkId: string; account: ClientAccount } | null> {
  const link = await findLink(purpose, token ?? "");
  const account = link.state === "good" ? await accountIn(environment.id, link.subjectId) : null;
  return link.state === "good" && account && (await hasMailDoor(account)) ? { linkId: link.id, account } : null;
}

/** Words that must not make up the password of this person. */
export const wordsOf = (environment: Environment, person: { firstName: string; lastName: string; email: string }) => [
  person.firstName,
  person.lastName,
  person.email,
  environment.name,
  operator().product,
];
