import { and, asc, eq, isNull } from "drizzle-orm";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { db } from "#db/client.server.ts";
import { reportMarks } from "#db/schema/reports.ts";
import type { Goal, Note } from "#app/reports/model/marks.ts";
import { mayRemove, PARTS } from "./write.server.ts";

/** What the practice wrote beside this indicator: remarks from the oldest quarter on, and its goal. Check rights first. */
export async function marksFor(
  actor: AccountActor,
  practice: PracticeRights,
  indicatorId: string,
): Promise<{ notes: Note[]; goal: Goal | null }> {
  const rows = await db
    .select()
    .from(reportMarks)
    .where(
      and(
        eq(reportMarks.practiceId, practice.practiceId),
        eq(reportMarks.indicatorId, indicatorId),
        isNull(reportMarks.removedAt),
      ),
    )
    .orderBy(asc(reportMarks.period), asc(reportMarks.createdAt));
  const notes = rows.flatMap(({ id, kind, period, text, authorId, authorName, createdAt }): Note[] => {
    if (kind !== "note") return [];
    const mine = mayRemove(authorId, actor, practice);
    return [{ id, period, text: text ?? "", author: authorName, at: createdAt.toISOString(), mine }];
  });
  const set = rows.findLast((row) => row.kind === "goal");
  const goal = set
    ? {
        id: set.id,
        target: (set.target ?? 0) / PARTS,
        period: set.period,
        author: set.authorName,
        mine: mayRemove(set.authorId, actor, practice),
      }
    : null;
  return { notes, goal };
}
