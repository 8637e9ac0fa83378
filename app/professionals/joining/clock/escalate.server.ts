import { inArray } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { mailDesk } from "#app/professionals/joining/mail/post.server.ts";
import type { RequestRow } from "#app/professionals/joining/request.server.ts";
import { storyOf, tell } from "#app/professionals/joining/story.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { dutchDate, now } from "#app/shared/clock.server.ts";
import { isWorkingDay } from "#app/platform/settings/working-days.server.ts";

const HOUR_MS = 3_600_000;

/**
 * How much of the time between a moment and the close of a day has passed, counting hours of working days only.
 * @returns 0 at the start, 1 or more from the close on
 */
export function elapsedShare(from: Date, until: string, at: Date): number {
  let all = 0;
  let passed = 0;
  for (let moment = from.getTime(); dutchDate(new Date(moment)) <= until; moment += HOUR_MS) {
    if (!isWorkingDay(dutchDate(new Date(moment)))) continue;
    all += 1;
    if (moment < at.getTime()) passed += 1;
  }
  return all === 0 ? 1 : passed / all;
}

type Mark = "target_60" | "target_85" | "promise_60" | "promise_85";

/** Which warnings are due: for the target while the desk has a request in hand, for the promise after the signature. */
function dueMarks(row: RequestRow): Mark[] {
  const signed = row.state === "signed";
  const from = signed ? row.signedAt : row.submittedAt;
  const until = signed ? row.promiseOn : row.targetOn;
  if (!from || !until) return [];
  const share = elapsedShare(from, until, now());
  const clock = signed ? "promise" : "target";
  // Whoever is past the second mark is not told about the first as well.
  if (share >= 0.85) return [`${clock}_85`];
  return share >= 0.6 ? [`${clock}_60`] : [];
}

/** Tells the desk, once each, when 60 % and 85 % of a target or promise has gone by. Returns how many were told. */
export async function escalateRequests(actor: SystemActor): Promise<number> {
  const open = await db
    .select()
    .from(registrationRequests)
    .where(inArray(registrationRequests.state, ["submitted", "in_review", "signed"]));
  let told = 0;
  for (const row of open) {
    const marks = dueMarks(row);
    if (marks.length === 0) continue;
    const before = await storyOf(row.id);
    for (const mark of marks) {
      if (before.some((event) => event.kind === "escalated" && event.note === mark)) continue;
      const { id: requestId, version, agbPractice: organisation } = row;
      await transaction(async (tx) => {
        await tell(tx, actor, { requestId, version, kind: "escalated", note: mark, organisation });
        await mailDesk(tx, row, mark);
      });
      told += 1;
    }
  }
  return told;
}
