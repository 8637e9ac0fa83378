import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { acceptCheck } from "#app/professionals/joining/review/accept-check.server.ts";
import { approveRequest } from "#app/professionals/joining/review/approve.server.ts";
import { askApplicant } from "#app/professionals/joining/review/ask.server.ts";
import { askedFields } from "#app/professionals/joining/review/field-names.ts";
import { callOutcomes, recordCallBack } from "#app/professionals/joining/review/record-call-back.server.ts";
import { handOverAfterCall } from "#app/professionals/joining/review/hand-over.server.ts";
import { inviteAfterCall, sendActivation } from "#app/professionals/joining/review/invitation.server.ts";
import { refreshChecks } from "#app/professionals/joining/review/refresh-checks.server.ts";
import { rejectRequest } from "#app/professionals/joining/review/reject.server.ts";
import { sendAuthorization } from "#app/professionals/joining/review/send-authorization.server.ts";
import { askToSignAgain } from "#app/professionals/joining/review/sign-again.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict, Invalid, Limited } from "#app/shared/errors.ts";
import { textOf } from "#app/shared/form.ts";
import { LONGEST_WORDS } from "#app/shared/longest-words.ts";

/** What the page has to show after an act; nothing means: go on to the page as it is now. */
export type Answer = {
  conflict?: string;
  errors?: Record<string, string>;
  act?: string;
  typed?: Record<string, string>;
  code?: { use: "signing" | "activation" | "sign_in"; code: string };
};

const FIELDS = ["field", "question", "reason", "person", "phone", "outcome", "rule"] as const;

/** Does what the agent chose on the case page, on the version of the request that the page showed. */
export async function actOnCase(actor: AccountActor, requestId: string, form: FormData): Promise<Answer | null> {
  const act = textOf(form, "act");
  const on = { requestId, version: Number(textOf(form, "version")) };
  const typed = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const long = FIELDS.filter((name) => typed[name].length > LONGEST_WORDS);
  try {
    if (long.length > 0) throw new Invalid(Object.fromEntries(long.map((name) => [name, "long"])));
    return await perform(actor, on, act, typed);
  } catch (error) {
    if (error instanceof Invalid)
      return { errors: error.fields, act: act === "accept" ? `accept-${typed.rule}` : act, typed };
    if (error instanceof Conflict) return { conflict: error.code };
    if (error instanceof Limited) return { conflict: "limited" };
    throw error;
  }
}

/** A code that the agent reads out to somebody without a mobile. */
function activationCode(code: string | null): Answer | null {
  return code ? { code: { use: "activation", code } } : null;
}

async function perform(
  actor: AccountActor,
  on: { requestId: string; version: number },
  act: string,
  typed: Record<(typeof FIELDS)[number], string>,
): Promise<Answer | null> {
  switch (act) {
    case "take_up":
      await takeUp(actor, on);
      return null;
    case "ask": {
      const field = askedFields.find((one) => one === typed.field);
      if (!field) throw new Invalid({ field: "required" });
      await askApplicant(actor, on, { field, question: typed.question });
      return null;
    }
    case "call": {
      const outcome = callOutcomes.find((one) => one === typed.outcome);
      if (!outcome) throw new Invalid({ outcome: "required" });
      const code = await recordCallBack(actor, on, { phone: typed.phone, person: typed.person, outcome });
      return code ? { code: { use: "signing", code } } : null;
    }
    case "accept":
      await acceptCheck(actor, on, { rule: typed.rule, reason: typed.reason });
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
      await askToSignAgain(actor, on, typed.reason);
      return null;
    case "send_activation":
      return activationCode(await sendActivation(actor, on));
    case "invite_again":
      return activationCode(await inviteAfterCall(actor, on, { phone: typed.phone, person: typed.person }));
    case "hand_over": {
      const code = await handOverAfterCall(actor, on, { phone: typed.phone, person: typed.person });
      return { code: { use: "sign_in", code } };
    }
    case "reject":
      await rejectRequest(actor, on, typed.reason);
      return null;
    default:
      throw new Conflict("other");
  }
}
