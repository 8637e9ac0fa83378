import { and, asc, eq, isNull } from "drizzle-orm";
import { db, transaction, type Reads } from "#db/client.server.ts";
import { infoQuestions } from "#db/schema/joining.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import type { LinkActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { LONGEST_WORDS } from "#app/shared/longest-words.ts";
import { checkRequest } from "./check-request.server.ts";
import { startRound } from "./checks.server.ts";
import { mailDesk } from "./mail/post.server.ts";
import {
  makeStep,
  mobileOf,
  requestById,
  sealMobile,
  searchTextOf,
  signInAddress,
  type RequestRow,
} from "./request.server.ts";
import { readAnswer } from "./review/asked-fields.ts";
import type { AskedField } from "./review/field-names.ts";
import { onlyRequest } from "./same-codes.server.ts";
import { unsigned } from "./target.server.ts";

export type Question = typeof infoQuestions.$inferSelect;

/** What the applicant is asked now, oldest first. */
export async function openQuestions(requestId: string, from: Reads = db): Promise<Question[]> {
  return from
    .select()
    .from(infoQuestions)
    .where(and(eq(infoQuestions.requestId, requestId), isNull(infoQuestions.answer)))
    .orderBy(asc(infoQuestions.askedAt));
}

/**
 * The applicant answers: an answer about a field is its new value, and every check, the call-back too, starts again. Asked
 * after the signature, the request stays signed while nothing that was signed changes, and the promise moves on by the
 * days that it stood still; a changed value goes back to the desk, and the signed authorization is superseded.
 * @throws Invalid (`answer`), Conflict when nothing is asked any more
 */
export async function answerDesk(actor: LinkActor, typed: string): Promise<void> {
  const before = await requestById(actor.subjectId);
  const [question] = await openQuestions(before.id);
  if (!question || before.state !== "info_requested") throw new Conflict("request_moved");
  const field = question.field as AskedField;
  const change = field === "other" ? {} : changeOf(before, field, typed);
  if (typed.trim() === "") throw new Invalid({ answer: "required" });
  if (typed.trim().length > LONGEST_WORDS) throw new Invalid({ answer: "long" });
  const signed = before.signedAt !== null;
  const same = change === null;
  const after = { ...before, ...change };
  const judged =
    field === "other" || (signed && same)
      ? null
      : await checkRequest({ ...after, signInAddress: signInAddress(after) });
  const named = judged && { practiceKind: judged.practiceKind, practiceName: judged.practiceName };
  await transaction(async (tx) => {
    const answer = field === "mobile" ? "06 ••" : typed.trim();
    const done = await tx
      .update(infoQuestions)
      .set({ answer, answeredAt: now() })
      .where(and(eq(infoQuestions.id, question.id), isNull(infoQuestions.answer)))
      .returning({ id: infoQuestions.id });
    if (done.length === 0) throw new Conflict("request_moved");
    const searchText = searchTextOf({ ...after, ...named });
    const on = { requestId: before.id, version: before.version };
    const stays = signed && judged === null;
    const change_ = { ...change, ...named, ...(signed && !stays ? unsigned() : {}), searchText };
    const made = { note: answer, change: change_ };
    const row = await makeStep(tx, actor, stays ? "answer_signed" : "answer", on, made);
    if (judged) await startRound(tx, row, [...judged.findings, await onlyRequest(row, tx)], false);
    if (signed && !stays) await dropSigned(tx, actor, row.id, { state: "superseded", reason: field });
    await mailDesk(tx, row, "answered");
  });
}

/** The new value of a field, or null when the answer is what stood there already. */
function changeOf(before: RequestRow, field: Exclude<AskedField, "other">, typed: string): Partial<RequestRow> | null {
  const read = readAnswer(field, typed);
  if (!read.ok) throw new Invalid({ answer: read.error });
  const stood = field === "mobile" ? mobileOf(before) : before[field];
  if (read.value === stood) return null;
  return { [field]: field === "mobile" ? sealMobile(before.id, read.value) : read.value };
}
