import { transaction, type Transaction } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { nextNumber } from "#app/platform/cases/number.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { requestConnection } from "#app/professionals/practices/connection.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { addressKey, sameAddress } from "#app/shared/fields/email.ts";
import type { Language } from "#app/shared/i18n.ts";
import { newId } from "#app/shared/ids.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { requireChoosable } from "./care-groups.server.ts";
import { checkRequest, type Judged } from "./check-request.server.ts";
import { startRound } from "./checks.server.ts";
import type { Entered } from "./form.ts";
import { accountInForce, helpToSignIn, remindOfRunning } from "./known-applicant.server.ts";
import { letters } from "./letters.ts";
import { mailApplicant, mailDesk, statusToken } from "./mail/post.server.ts";
import { sealMobile, searchTextOf, signInAddress } from "./request.server.ts";
import { onlyRequest, pendingRequests, tellOthers } from "./same-codes.server.ts";
import { handInDraft } from "./start-draft.server.ts";
import { tell } from "./story.server.ts";
import { targetDay } from "./target.server.ts";
import { moreOf } from "./more-fields.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Given = { draftId: string; connected: boolean; entered: Entered; language: Language };

/**
 * Hands in a registration: checks run at once, desk and practice address are mailed. What the register or our own records
 * know of this person never shows in the answer: a request that runs already or an account that exists is told by mail to
 * the address we have, and nothing else happens (A01). Codes are no secret: a request under another address does not answer
 * for this one, so the desk gets both.
 * @throws Invalid, Limited, Conflict when this draft was handed in already
 */
export async function submitRequest(actor: StrangerActor, given: Given): Promise<void> {
  const { entered, connected } = given;
  requireChoosable(entered.careGroups);
  const judged = await checkRequest({ ...entered, connected, signInAddress: signInAddress(entered) });
  const holder = await accountInForce(entered, signInAddress(entered));
  await transaction(async (tx) => {
    await countLimits(tx, actor, entered);
    await handInDraft(tx, given.draftId);
    const running = await pendingRequests(entered, tx);
    const own = running.find((row) => sameAddress(row.practiceEmail, entered.practiceEmail));
    if (own) return remindOfRunning(tx, actor, own);
    if (holder) return helpToSignIn(tx, holder);
    await makeRequest(tx, actor, given, judged);
    await tellOthers(tx, running);
  });
}

async function countLimits(tx: Transaction, actor: StrangerActor, entered: Entered): Promise<void> {
  const network = networkOf(actor.address);
  const daily = { max: 5, windowMs: DAY_MS };
  // Per network: a limit on the code or the address alone would let a stranger shut the owner out.
  await countLimit(tx, ["registration", "address", network, addressKey(entered.practiceEmail)], {
    ...daily,
    max: 10,
  });
  await countLimit(tx, ["registration", "agb", network, entered.agbPractitioner], daily);
  await countLimit(tx, ["registration", "network", network], { max: 60, windowMs: HOUR_MS });
}

async function makeRequest(tx: Transaction, actor: StrangerActor, given: Given, judged: Judged): Promise<void> {
  const { entered, connected, language } = given;
  const id = newId();
  const { practiceEmailAgain: _, recordSystem = null, agreesToConnect, mobile, ...facts } = entered;
  const { practiceKind, practiceName } = judged;
  const number = await nextNumber(tx, "R");
  const row = {
    id,
    number,
    state: "submitted" as const,
    connected,
    recordSystem,
    agreesToConnect: agreesToConnect === "yes",
    ...facts,
    more: moreOf(entered),
    practiceKind,
    practiceName,
    mobile: sealMobile(id, mobile),
    language,
    searchText: searchTextOf({ ...facts, number, practiceName }),
    targetOn: targetDay(),
    submittedAt: now(),
    version: 1,
  };
  await tx.insert(registrationRequests).values(row);
  await startRound(tx, row, [...judged.findings, await onlyRequest(row, tx)], false);
  const organisation = row.agbPractice;
  await tell(tx, actor, { requestId: id, version: 1, kind: "submitted", organisation });
  if (!connected) await requestConnection(tx, actor, { agbPractice: organisation, recordSystem });
  await mailDesk(tx, row, "submitted");
  await mailApplicant(tx, row, letters.receipt({ ...row, token: await statusToken(tx, id) }));
}
