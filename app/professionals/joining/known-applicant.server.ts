import { and, eq, gt, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { registrationRequests, requestEvents } from "#db/schema/joining.ts";
import { authorizationsInForce } from "#app/professionals/joining/authorization/standing.server.ts";
import { accountName } from "#app/platform/doors/names.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { letters } from "./letters.ts";
import { mailApplicant, oneMoreStatusToken } from "./mail/post.server.ts";
import type { RequestRow } from "./request.server.ts";
import { ofPair, type Pair } from "./same-codes.server.ts";
import { tell } from "./story.server.ts";
import { sameAddress } from "#app/shared/fields/email.ts";

const DAY_MS = 86_400_000;

/**
 * The account with which this practitioner sees this practice already, or null. One that was never activated does not
 * stand in the way of another address: it may have been typed wrong, and then nobody can reach it.
 * @param address the address to sign in with that was entered now
 */
export async function accountInForce(pair: Pair, address: string): Promise<string | null> {
  const completed = await db
    .select({ accountId: registrationRequests.accountId })
    .from(registrationRequests)
    .where(and(ofPair(pair), isNotNull(registrationRequests.accountId)));
  for (const { accountId } of completed) {
    if (!accountId) continue;
    const account = await accountName(accountId);
    if (account?.state !== "active" && !sameAddress(account?.email ?? "", address)) continue;
    const standing = await authorizationsInForce(accountId);
    if (standing.some((one) => one.agbPractice === pair.agbPractice)) return accountId;
  }
  return null;
}

/** Mails one more status link to the address of the running request, at most once a day; the earlier one stays good. */
export async function remindOfRunning(tx: Transaction, actor: StrangerActor, running: RequestRow): Promise<void> {
  const [lately] = await tx
    .select({ id: requestEvents.id })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, running.id),
        eq(requestEvents.kind, "repeated"),
        gt(requestEvents.at, new Date(now().getTime() - DAY_MS)),
      ),
    );
  if (lately) return;
  const { id: requestId, version, agbPractice: organisation } = running;
  await tell(tx, actor, { requestId, version, kind: "repeated", organisation });
  const token = await oneMoreStatusToken(tx, requestId);
  await mailApplicant(tx, running, letters.repeated({ ...running, token }), today());
}

/** Mails the owner of the account how to sign in, at the address of the account. */
export async function helpToSignIn(tx: Transaction, accountId: string): Promise<void> {
  const account = await accountName(accountId, tx);
  if (!account) return;
  await send(tx, { ...account, about: accountId }, letters.alreadyActive(null), `${accountId}:${today()}`);
}
