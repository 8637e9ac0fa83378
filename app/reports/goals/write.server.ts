import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { reportMarks } from "#db/schema/reports.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { mayOpen } from "#app/reports/model/overview.server.ts";
import type { GoalInput, NoteInput } from "./form.ts";

/** Goals are kept in parts of this. */
export const PARTS = 100_000;

/**
 * Writes a remark of the practice at a quarter (E12). @throws NotFound when the indicator is not open to this person
 */
export async function addNote(actor: AccountActor, practice: PracticeRights, indicator: Indicator, input: NoteInput) {
  mustSee(practice, indicator);
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(reportMarks).values({ ...rowOf(actor, practice, indicator), id, kind: "note", ...input });
    await audit(tx, actor, { event: "report.note", id, ...about(practice, indicator) });
  });
}

/**
 * Sets the one goal of the practice for an indicator; an earlier one makes way for it.
 * @throws Invalid for a share above 100 percent
 */
export async function setGoal(actor: AccountActor, practice: PracticeRights, indicator: Indicator, input: GoalInput) {
  mustSee(practice, indicator);
  if (indicator.unit === "percent" && input.target > 100) throw new Invalid({ target: "number" });
  const target = Math.round((input.target / (indicator.unit === "percent" ? 100 : 1000)) * PARTS);
  const id = newId();
  await transaction(async (tx) => {
    await tx
      .update(reportMarks)
      .set({ removedAt: now(), removedBy: actor.accountId })
      .where(
        and(
          eq(reportMarks.practiceId, practice.practiceId),
          eq(reportMarks.indicatorId, indicator.id),
          eq(reportMarks.kind, "goal"),
          isNull(reportMarks.removedAt),
        ),
      );
    const row = { ...rowOf(actor, practice, indicator), id, kind: "goal" as const, period: input.by, target };
    await tx.insert(reportMarks).values(row);
    await audit(tx, actor, { event: "report.goal", id, ...about(practice, indicator) });
  });
}

/**
 * Takes away a remark or goal: one's own, or as practitioner any of the practice.
 * @throws NotFound for what is not there or not theirs; Conflict when it is gone already
 */
export async function removeMark(actor: AccountActor, practice: PracticeRights, indicator: Indicator, id: string) {
  mustSee(practice, indicator);
  await transaction(async (tx) => {
    const [mark] = await tx.select().from(reportMarks).where(eq(reportMarks.id, id));
    const theirs = mark?.practiceId === practice.practiceId && mark.indicatorId === indicator.id;
    if (!mark || !theirs || !mayRemove(mark.authorId, actor, practice)) throw new NotFound();
    const changed = await tx
      .update(reportMarks)
      .set({ removedAt: now(), removedBy: actor.accountId })
      .where(and(eq(reportMarks.id, id), isNull(reportMarks.removedAt)))
      .returning({ id: reportMarks.id });
    if (changed.length === 0) throw new Conflict("gone");
    await audit(tx, actor, { event: `report.${mark.kind}_removed`, id, ...about(practice, indicator) });
  });
}

/** Whether this person may take away what that author wrote. */
export function mayRemove(authorId: string, actor: AccountActor, practice: PracticeRights): boolean {
  return authorId === actor.accountId || practice.role === "practitioner";
}

function mustSee(practice: PracticeRights, indicator: Indicator): void {
  if (!practice.reports || !mayOpen(practice, indicator)) throw new NotFound();
}

function rowOf(actor: AccountActor, practice: PracticeRights, indicator: Indicator) {
  const author = { authorId: actor.accountId, authorName: actor.name };
  return { practiceId: practice.practiceId, indicatorId: indicator.id, ...author, createdAt: now() };
}

/** For which practice, on which authorizations, and at which indicator. */
const about = (practice: PracticeRights, indicator: Indicator) => ({
  organisation: practice.agb,
  basis: practice.authorizationIds.join(" "),
  detail: { indicator: indicator.id },
});
