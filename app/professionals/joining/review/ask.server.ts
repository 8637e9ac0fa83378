import { transaction } from "#db/client.server.ts";
import { infoQuestions } from "#db/schema/joining.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { letters } from "#app/professionals/joining/letters.ts";
import { mailApplicant, statusToken } from "#app/professionals/joining/mail/post.server.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Invalid } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { addWorkingDays } from "#app/platform/settings/working-days.server.ts";
import type { AskedField } from "./field-names.ts";
import type { OnVersion } from "./take-up.server.ts";

/** Working days after which an unanswered question closes the request. */
export const ANSWER_DAYS = 20;

/** Asks the applicant for one thing: which field, and why. The answer comes in on the status page. @throws Forbidden, Conflict, Invalid */
export async function askApplicant(
  actor: Actor,
  on: OnVersion,
  asked: { field: AskedField; question: string },
): Promise<void> {
  assertDesk(actor);
  const question = asked.question.trim();
  if (!question) throw new Invalid({ question: "required" });
  await transaction(async (tx) => {
    const row = await makeStep(tx, actor, "ask", on, { note: question });
    const { id: requestId } = row;
    await tx.insert(infoQuestions).values({
      id: newId(),
      requestId,
      field: asked.field,
      question,
      askedBy: actor.accountId,
      askedAt: now(),
    });
    const closesOn = addWorkingDays(today(), ANSWER_DAYS);
    const token = await statusToken(tx, requestId);
    await mailApplicant(tx, row, letters.asked({ ...row, token, questions: [question], closesOn }));
  });
}
