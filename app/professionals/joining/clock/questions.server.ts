import { desc, eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { infoQuestions, registrationRequests } from "#db/schema/joining.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import { letters } from "#app/professionals/joining/letters.ts";
import { mailApplicant, statusToken } from "#app/professionals/joining/mail/post.server.ts";
import { makeStep, requestById, type RequestRow } from "#app/professionals/joining/request.server.ts";
import { ANSWER_DAYS } from "#app/professionals/joining/review/ask.server.ts";
import { storyOf, tell } from "#app/professionals/joining/story.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { dutchDate, today } from "#app/shared/clock.server.ts";
import { addWorkingDays } from "#app/platform/settings/working-days.server.ts";

const REMIND_DAYS = 5;

/** Dates on which a question that was asked on `askedOn` (`YYYY-MM-DD`) is repeated and, unanswered, closes the request. */
export function questionSchedule(askedOn: string): { remindOn: string; closesOn: string } {
  return { remindOn: addWorkingDays(askedOn, REMIND_DAYS), closesOn: addWorkingDays(askedOn, ANSWER_DAYS) };
}

/** When the question that is open now was asked, as a Dutch date. */
export async function askedOn(requestId: string): Promise<string | null> {
  const [last] = await db
    .select({ askedAt: infoQuestions.askedAt })
    .from(infoQuestions)
    .where(eq(infoQuestions.requestId, requestId))
    .orderBy(desc(infoQuestions.askedAt))
    .limit(1);
  return last ? dutchDate(last.askedAt) : null;
}

/** Reminds after five working days, once, and closes after twenty: what an applicant does not answer. Returns how many. */
export async function followQuestions(actor: SystemActor): Promise<number> {
  const waiting = await db.select().from(registrationRequests).where(eq(registrationRequests.state, "info_requested"));
  let done = 0;
  for (const row of waiting) {
    const asked = await askedOn(row.id);
    if (!asked) continue;
    const { remindOn, closesOn } = questionSchedule(asked);
    if (today() > closesOn) await close(actor, row);
    else if (today() < remindOn || (await wasReminded(row.id, asked))) continue;
    else await remind(actor, row, closesOn);
    done += 1;
  }
  return done;
}

async function wasReminded(requestId: string, since: string): Promise<boolean> {
  const story = await storyOf(requestId);
  return story.some((event) => event.kind === "info_reminded" && dutchDate(event.at) >= since);
}

async function remind(actor: SystemActor, row: RequestRow, closesOn: string): Promise<void> {
  const { id: requestId, version, agbPractice: organisation } = row;
  await transaction(async (tx) => {
    // Answered in the meantime: nothing to remind of.
    if ((await requestById(requestId, tx)).state !== "info_requested") return;
    await tell(tx, actor, { requestId, version, kind: "info_reminded", organisation });
    await mailApplicant(tx, row, letters.infoReminder({ ...row, token: await statusToken(tx, requestId), closesOn }));
  });
}

async function close(actor: SystemActor, row: RequestRow): Promise<void> {
  await transaction(async (tx) => {
    const after = await makeStep(tx, actor, "info_lapse", { requestId: row.id, version: row.version });
    await dropSigned(tx, actor, after.id, { state: "ended", reason: "no_answer" });
    await mailApplicant(tx, after, letters.infoLapsed(after));
  });
}
