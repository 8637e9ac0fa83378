import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { aMember, anAccount } from "./factories.ts";

/** Somebody of a practice, signed in a moment ago. */
export async function signedIn(account: {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  agb: string | null;
}): Promise<AccountActor> {
  return {
    kind: "account",
    accountId: account.id,
    sessionId: newId(),
    name: `${account.firstName} ${account.lastName}`,
    email: account.email,
    language: "nl",
    operatorRole: null,
    agb: account.agb,
    factorAt: now(),
    factorKind: "sms",
    termsAccepted: true,
    practices: await practiceRights(account.id),
  };
}

/** A practitioner of a practice with an authorization of the own in force. */
export async function aPractitioner(
  practice: { id: string; name: string; agb: string },
  given: { firstName?: string; agb: string },
): Promise<AccountActor> {
  const account = await anAccount(given);
  await aMember(account.id, practice.id, "practitioner");
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(authorizations).values({
      id,
      state: "in_force",
      requestId: newId(),
      agbPractitioner: given.agb,
      practitionerName: `${account.firstName} ${account.lastName}`,
      practiceName: practice.name,
      agbPractice: practice.agb,
      practiceId: practice.id,
      accountId: account.id,
      version: 1,
      sentAt: now(),
      checkCode: id.slice(-12),
    });
  });
  return signedIn(account);
}
