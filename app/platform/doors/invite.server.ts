import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { fullName } from "#app/shared/person-name.ts";
import { masked, mobileOf, type Account } from "./account.server.ts";
import { beginAnew } from "./begin-anew.server.ts";
import { emailKey } from "./email-key.ts";
import { newHandoverCode } from "./handover.server.ts";
import { invitationState } from "./invitation-state.server.ts";
import { issueLink } from "./links.server.ts";
import { letters } from "./letters/letters.ts";

const LINK_MS = 7 * 86_400_000;
const LAPSED_LINK_MS = 30 * 86_400_000;

export type Invitation = {
  firstName: string;
  lastName: string;
  email: string;
  /** E.164 or null. */
  mobile: string | null;
  language: "nl" | "en";
  agb: string | null;
  operatorRole?: "agent" | "supervisor" | "data_manager" | "auditor";
  practiceName: string;
  /** Last valid day; left out when the account has no end. */
  endsOn?: string | null;
};

/**
 * Invites a person: account `invited`, activation mailed to the own address (I-10). Somebody who has an account
 * already keeps it, and is mailed the link once more while it was not activated. An account that ended is taken up
 * again by the same person only: for anybody else at that address a new one is made, so that nobody inherits rights.
 * Without a mobile a code is given back that has to be handed over in person or at the call-back.
 * @throws Conflict "address_taken" when a practitioner is invited at the address of somebody with another AGB code
 */
export async function inviteAccount(
  tx: Transaction,
  actor: Actor,
  person: Invitation,
): Promise<{ accountId: string; handoverCode: string | null }> {
  const [known] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.emailKey, emailKey(person.email)));
  if (known && known.state !== "ended" && invitationState(known) !== "lapsed") {
    if (person.agb && known.agb !== person.agb) throw new Conflict("address_taken");
    await mailActivation(tx, known.id);
    return { accountId: known.id, handoverCode: null };
  }
  const own = known && isSame(known, person) ? known : null;
  if (known && !own) await releaseAddress(tx, known.id);
  const id = own?.id ?? newId();
  const row = {
    state: "invited" as const,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email.trim(),
    operatorRole: person.operatorRole ?? null,
    agb: person.agb,
    language: person.language,
    mobile: person.mobile && sealField(person.mobile, { table: "accounts", column: "mobile", row: id }),
    passwordHash: null,
    invitedAt: now(),
    endsOn: person.endsOn ?? null,
    endedReason: null,
  };
  if (own) await beginAnew(tx, id, row);
  else {
    const createdBy = actor.kind === "account" ? actor.accountId : null;
    await tx.insert(accounts).values({ id, ...row, emailKey: emailKey(person.email), createdAt: now(), createdBy });
  }
  await audit(tx, actor, { event: "account.invite", id, subjectId: id });
  await mailActivation(tx, id);
  return { accountId: id, handoverCode: person.mobile ? null : await newHandoverCode(tx, actor, id) };
}

/** By the AGB code where there is one, else by name: a shared mailbox is no person. */
function isSame(known: Account, person: Invitation): boolean {
  if (known.agb || person.agb) return known.agb === person.agb;
  const plain = (one: { firstName: string; lastName: string }) =>
    `${one.firstName} ${one.lastName}`.normalize("NFKD").replace(/\P{L}/gu, "").toLowerCase();
  return plain(known) === plain(person);
}

/** An account that ended keeps its address for the log and gives it free to sign in with. */
async function releaseAddress(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(accounts)
    .set({ emailKey: `ended:${id}` })
    .where(eq(accounts.id, id));
}

/** Mails a new activation link to the account's own address; the one before stops working. */
export async function mailActivation(tx: Transaction, accountId: string): Promise<void> {
  const [account] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "invited")));
  if (!account) return;
  const token = await issueLink(tx, { purpose: "activation", subjectId: accountId, lifetimeMs: LINK_MS });
  const { email, language } = account;
  const mobile = mobileOf(account);
  const facts = { name: fullName(account), email, mobile: mobile && masked(mobile), token };
  const once = `${accountId}:${now().getTime()}`;
  await send(tx, { email, language, about: accountId }, letters.account.activation(facts), once);
}

/** Mails that the invitation has lapsed, with a link to the page where a new one can be asked for. */
export async function mailLapsed(tx: Transaction, account: Account): Promise<void> {
  const { id, email, language, firstName } = account;
  const token = await issueLink(tx, { purpose: "activation", subjectId: id, lifetimeMs: LAPSED_LINK_MS });
  const letter = letters.account.lapsed({ name: firstName, token });
  await send(tx, { email, language, about: id }, letter, `${id}:${now().getTime()}`);
}
