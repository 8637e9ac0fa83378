import { and, eq, isNotNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { accountById, mayEnter } from "../account.server.ts";
import { newHandoverCode } from "../handover.server.ts";
import { emailKey } from "../email-key.ts";
import { accountDoor } from "../owners/account.server.ts";
import { waysOf } from "../sign-in/ways.server.ts";
import { nameAndAddress } from "./add.server.ts";
import { requireAsked } from "./asked.server.ts";

/**
 * Makes a code for signing in once, for somebody of the operator whose own codes do not count, such as without a mobile
 * after a forgotten password (decision 0023). @returns the code, shown once
 * @throws Forbidden without an active supervisor who asked; NotFound without such an account; Conflict as `handOverCode`
 */
export async function handOverOperator(actor: SystemActor, email: string): Promise<string> {
  return transaction(async (tx) => {
    const [known] = await tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.emailKey, emailKey(email)), isNotNull(accounts.operatorRole)));
    if (!known || known.state === "ended") throw new NotFound("no_operator");
    await requireAsked(tx, actor, { act: "hand_over", about: nameAndAddress(known) });
    return handOverCode(tx, actor, known.id);
  });
}

/**
 * The code itself; the caller has seen to the rights.
 * @throws Conflict "not_active", or "codes_count" when the own codes work, so that this one would not be asked for
 */
export async function handOverCode(tx: Transaction, actor: SystemActor, accountId: string): Promise<string> {
  const account = await accountById(accountId, tx);
  if (!account || !mayEnter(account)) throw new Conflict("not_active");
  if (!(await waysOf(accountDoor, account, tx)).includes("handover")) throw new Conflict("codes_count");
  return newHandoverCode(tx, actor, accountId);
}
