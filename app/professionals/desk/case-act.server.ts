import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { acceptCheck } from "#app/professionals/joining/review/accept-check.server.ts";
import { approveRequest } from "#app/professionals/joining/review/approve.server.ts";
import { askApplicant } from "#app/professionals/joining/review/ask.server.ts";
import { recordCallBack } from "#app/professionals/joining/review/record-call-back.server.ts";
import { handOverAfterCall } from "#app/professionals/joining/review/hand-over.server.ts";
import { inviteAfterCall, sendActivation } from "#app/professionals/joining/review/invitation.server.ts";
import { refreshChecks } from "#app/professionals/joining/review/refresh-checks.server.ts";
import { rejectRequest } from "#app/professionals/joining/review/reject.server.ts";
import { sendAuthorization } from "#app/professionals/joining/review/send-authorization.server.ts";
import { askToSignAgain } from "#app/professionals/joining/review/sign-again.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import { type Act, readAct } from "#app/shared/acts.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict, Invalid, Limited } from "#app/shared/errors.ts";
import { noErrors, type Typed, typedIn } from "#app/shared/form.ts";
import { caseActs } from "./case-acts.ts";

/** What the page has to show after an act; nothing means: go on to the page as it is now. */
type Done = {
  conflict?: string;
  code?: { use: "signing" | "activation" | "sign_in"; code: string };
};
type Answer = Done & { act: string; errors: Record<string, string>; typed: Typed };

/** Does what the agent chose on the case page, on the version of the request that the page showed. @throws UnknownAct */
export async function actOnCase(actor: AccountActor, requestId: string, form: FormData): Promise<Answer | null> {
  const asked = readAct(form, caseActs);
  const act = asked.act === "accept" ? `accept-${typedIn(asked, "rule")}` : asked.act;
  const back = { act, errors: noErrors, typed: asked.typed };
  try {
    if (!asked.ok) throw new Invalid(asked.errors);
    const done = await perform(actor, { requestId, version: asked.value.version }, asked);
    // After a code the form is done with.
    return done && { ...back, ...done, typed: done.code ? {} : asked.typed };
  } catch (error) {
    if (error instanceof Invalid) return { ...back, errors: error.fields };
    if (error instanceof Conflict) return { ...back, conflict: error.code };
    if (error instanceof Limited) return { ...back, conflict: "limited" };
    throw error;
  }
}

/** A code that the agent reads out to somebody without a mobile. */
function activationCode(code: string | null): Done | null {
  return code ? { code: { use: "activation", code } } : null;
}

type Good = Extract<Act<typeof caseActs>, { ok: true }>;

async function perform(
  actor: AccountActor,
  on: { requestId: string; version: number },
  asked: Good,
): Promise<Done | null> {
  switch (asked.act) {
    case "take_up":
      await takeUp(actor, on);
      return null;
    case "ask":
      await askApplicant(actor, on, asked.value);
      return null;
    case "call": {
      const code = await recordCallBack(actor, on, asked.value);
      return code ? { code: { use: "signing", code } } : null;
    }
    case "accept":
      await acceptCheck(actor, on, asked.value);
      return null;
    case "refresh":
      await refreshChecks(actor, on);
      return null;
    case "send":
      await sendAuthorization(actor, on);
      return null;
    case "renew":
      await renewSigningLink(actor, on.requestId);
      return null;
    case "approve": {
      const approval = await approveRequest(actor, on);
      if (!approval.done) return { conflict: approval.why };
      return activationCode(approval.handoverCode);
    }
    case "sign_again":
      await askToSignAgain(actor, on, asked.value.reason);
      return null;
    case "send_activation":
      return activationCode(await sendActivation(actor, on));
    case "invite_again":
      return activationCode(await inviteAfterCall(actor, on, asked.value));
    case "hand_over": {
      const code = await handOverAfterCall(actor, on, asked.value);
      return { code: { use: "sign_in", code } };
    }
    case "reject":
      await rejectRequest(actor, on, asked.value.reason);
      return null;
  }
}
