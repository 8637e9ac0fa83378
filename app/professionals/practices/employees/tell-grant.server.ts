import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships } from "#db/schema/practices.ts";
import { accountName } from "#app/platform/doors/names.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { grantsTo } from "#app/platform/rights/grants.server.ts";
import { to, type Address } from "#app/shared/address.ts";
import { letters } from "../letters.ts";

type Person = { accountId: string; practiceId: string };
type Told = "grant_left" | "grant_forgotten" | "access_changed";

/** Tells everybody else who gave this person access that somebody took the own away: theirs stays. No names. */
export async function tellOthers(tx: Transaction, by: string, person: Person, key: string): Promise<void> {
  const all = await grantsTo([person.accountId], person.practiceId, tx);
  const staying = all.filter((one) => one.standing === "works" || one.standing === "later");
  const others = new Set(staying.map((one) => one.grantedBy).filter((one) => one !== by));
  for (const other of others) await tell(tx, other, "grant_left", `${key}:${other}`, await pageOf(tx, person));
}

/** Tells who gave access that it ended with the account, and that the person comes back without it. */
export async function tellForgotten(tx: Transaction, grant: Person & { id: string; grantedBy: string }): Promise<void> {
  await tell(tx, grant.grantedBy, "grant_forgotten", grant.id, await pageOf(tx, grant));
}

/** Tells the employee that something changed, and where to read what; somebody who never signed in reads it there. */
export async function tellEmployee(tx: Transaction, accountId: string, key: string): Promise<void> {
  const person = await accountName(accountId, tx);
  if (person?.state === "active") await tell(tx, accountId, "access_changed", key, to("/praktijk"));
}

async function tell(tx: Transaction, accountId: string, kind: Told, key: string, page: Address): Promise<void> {
  const person = await accountName(accountId, tx);
  if (!person) return;
  await send(tx, { ...person, about: accountId }, letters.told[kind]({ name: person.name, page }), key);
}

async function pageOf(tx: Transaction, { accountId, practiceId }: Person): Promise<Address> {
  const [row] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), eq(memberships.practiceId, practiceId)));
  return row ? to("/administratie/medewerkers/:id", { id: row.id }) : to("/administratie");
}
