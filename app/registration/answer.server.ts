import { and, asc, eq, isNull } from "drizzle-orm";
import { db, transaction, type Reads } from "#db/client.server.ts";
import { infoQuestions } from "#db/schema/registration.ts";
import type { LinkActor } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { checkRequest } from "./check-request.server.ts";
import { startRound } from "./checks.server.ts";
import { mailDesk } from "./mail/post.server.ts";
import { makeStep, requestById, sealMobile, searchTextOf, signInAddress, type RequestRow } from "./request.server.ts";
import { readAnswer } from "./review/asked-fields.ts";
import type { AskedField } from "./review/field-names.ts";
import { onlyRequest } from "./same-codes.server.ts";
import { tell } from "./story.server.ts";

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
 * The applicant answers: an answer about a field is its new value, and every check, the call-back too, starts again.
 * @throws Invalid (`answer`), Conflict when nothing is asked any more
 */
export async function answerDesk(actor: LinkActor, typed: string): Promise<void> {
  const before = await requestById(actor.subjectId);
  const [question] = await openQuestions(before.id);
  if (!question || before.state !== "info_requested") throw new Conflict("request_moved");
  const field = question.field as AskedField;
  const change = field === "other" ? {} : changeOf(before, field, typed);
  if (typed.trim() === "") throw new Invalid({ answer: "required" });
  const after = { ...before, ...change };
  const judged = field === "other" ? null : await checkRequest({ ...after, signInAddress: signInAddress(after) });
  const named = judged && { practiceKind: judged.practiceKind, practiceName: judged.practiceName };
  await transaction(async (tx) => {
    const answer = field === "mobile" ? "06 ••" : typed.trim().slice(0, 2000);
    const done = await tx
      .update(infoQuestions)
      .set({ answer, answeredAt: now() })
      .where(and(eq(infoQuestions.id, question.id), isNull(infoQuestions.answer)))
      .returning({ id: infoQuestions.id });
    if (done.length === 0) throw new Conflict("request_moved");
    const searchText = searchTextOf({ ...after, ...named });
    const on = { requestId: before.id, version: before.version };
    const row = await makeStep(tx, "answer", on, { ...change, ...named, searchText });
    if (judged) await startRound(tx, row, [...judged.findings, await onlyRequest(row, tx)], false);
    const { id: requestId, version, agbPractice: organisation } = row;
    await tell(tx, actor, { requestId, version, kind: "answered", note: answer, organisation });
    await mailDesk(tx, row, "answered");
  });
}

function changeOf(before: RequestRow, field: Exclude<AskedField, "other">, typed: string): Partial<RequestRow> {
  const read = readAnswer(field, typed);
  if (!read.ok) throw new Invalid({ answer: read.error });
  return { [field]: field === "mobile" ? sealMobile(before.id, read.value) : read.value };
}
