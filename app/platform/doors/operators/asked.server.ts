import { and, eq, gte, isNull, or } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { fullName } from "#app/shared/person-name.ts";
import type { Account } from "../account.server.ts";
import { emailKey } from "../email-key.ts";
import { letters, type Asked } from "./letters.ts";

/** A supervisor who may sign in today. */
const supervising = () =>
  and(
    eq(accounts.operatorRole, "supervisor"),
    eq(accounts.state, "active"),
    or(isNull(accounts.endsOn), gte(accounts.endsOn, today())),
  );

/** Supervisors who may sign in today. */
export async function activeSupervisors(from: Reads = db): Promise<Account[]> {
  return from.select().from(accounts).where(supervising());
}

/** Account of the active supervisor with this address, or null. */
export async function supervisorAt(email: string, from: Reads = db): Promise<string | null> {
  const [row] = await from
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(supervising(), eq(accounts.emailKey, emailKey(email))));
  return row?.id ?? null;
}

/**
 * A command on the server acts for a supervisor who asked for it, and who is told by mail what was done: whoever has the
 * server could name anybody.
 * @throws Forbidden when the supervisor named may not sign in today, or nobody is named
 */
export async function requireAsked(tx: Transaction, actor: SystemActor, asked: Asked): Promise<void> {
  const [supervisor] = actor.onBehalfOf
    ? await tx
        .select()
        .from(accounts)
        .where(and(supervising(), eq(accounts.id, actor.onBehalfOf)))
    : [];
  if (!supervisor) throw new Forbidden("not_asked");
  const { id, email, language } = supervisor;
  const letter = letters.asked({ ...asked, name: fullName(supervisor), at: now() });
  await send(tx, { email, language, about: id }, letter, newId());
}
