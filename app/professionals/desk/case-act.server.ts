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
import { typedIn } from "#app/shared/form.ts";
import { caseActs } from "./case-acts.ts";

/** What the page has to show after an act; nothing means: go on to the page as it is now. */
export type Answer = {
  conflict?: string;
  errors?: Record<string, string>;
  act?: string;
  typed?: Record<string, string>;
  code?: { use: "signing" | "activation" | "sign_in"; code: string };
};

/** Does what the agent chose on the case page, on the version of the request that the page showed. @throws UnknownAct */
export async function actOnCase(actor: AccountActor, requestId: string, form: FormData): Promise<Answer | null> {
  const asked = readAct(form, caseActs);
  const typed = Object.fromEntries(Object.keys(asked.typed).map((name) => [name, typedIn(asked, name)]));
  const back = { act: asked.act === "accept" ? `accept-${typed.rule ?? ""}` : asked.act, typed };
  try {
    if (!asked.ok) throw new Invalid(asked.errors);
    return await perform(actor, { requestId, version: asked.value.version }, asked);
  } catch (error) {
    if (error instanceof Invalid) return { errors: error.fields, ...back };
    if (error instanceof Conflict) return { conflict: error.code, ...back };
    if (error instanceof Limited) return { conflict: "limited", ...back };
    throw error;
  }
}

/** A code that the agent reads out to somebody without a mobile. */
function activationCode(code: string | null): Answer | null {
  return code ? { code: { use: "activation", code } } : null;
}

type Good = Extract<Act<typeof caseActs>, { ok: true }>;

async function perform(
  actor: AccountActor,
  on: { requestId: string; version: number },
  asked: Good,
): Promise<Answer | null> {
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
