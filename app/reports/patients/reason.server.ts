import { and, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { PurposeOf } from "#app/platform/audit/events/catalogue.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, type Reads, transaction } from "#db/client.server.ts";
import { detailReasons } from "#db/schema/reports.ts";
import type { PatientsAt } from "./open-patients.server.ts";

const HOLDS_MS = 30 * 60_000;

export const purposes = ["improve", "prepare", "check"] as const;
type Purpose = (typeof purposes)[number];

/** What the log says of each purpose. */
export const LOGGED: Record<Purpose, PurposeOf<"patients.list">> = {
  improve: "quality_improvement",
  prepare: "treatment",
  check: "record_quality",
};

/** Why somebody wants to see the patients behind an indicator. */
export const reasonForm = z.strictObject({
  purpose: z.enum(purposes),
  note: z.string().trim().max(200, "long").default(""),
});

/** A reason that holds now. */
export type Reason = { id: string; purpose: Purpose; openedAt: Date | null; expiresAt: Date };

/** Keeps the reason for this session, practice and indicator, for half an hour; it opens nothing before a fresh code. */
export async function giveReason(
  actor: AccountActor,
  { practice, indicator }: PatientsAt,
  given: { purpose: Purpose; note: string },
): Promise<void> {
  const id = newId();
  const givenAt = now();
  await transaction(async (tx) => {
    await tx.insert(detailReasons).values({
      id,
      sessionId: actor.sessionId,
      accountId: actor.accountId,
      practiceAgb: practice.agb,
      indicatorId: indicator.id,
      purpose: given.purpose,
      note: given.note === "" ? null : sealField(given.note, { table: "detail_reasons", column: "note", row: id }),
      givenAt,
      expiresAt: new Date(givenAt.getTime() + HOLDS_MS),
    });
  });
}

/** The reason that holds for this session, practice and indicator, or null. */
export async function standingReason(
  actor: AccountActor,
  { practice, indicator }: PatientsAt,
  from: Reads = db,
): Promise<Reason | null> {
  const { id, purpose, openedAt, expiresAt, sessionId, accountId, practiceAgb, indicatorId, givenAt } = detailReasons;
  const [row] = await from
    .select({ id, purpose, openedAt, expiresAt })
    .from(detailReasons)
    .where(
      and(
        eq(sessionId, actor.sessionId),
        eq(accountId, actor.accountId),
        eq(practiceAgb, practice.agb),
        eq(indicatorId, indicator.id),
        gt(expiresAt, now()),
      ),
    )
    .orderBy(desc(givenAt))
    .limit(1);
  return row ?? null;
}
