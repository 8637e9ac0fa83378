import { and, eq, isNull, lte } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { attempts } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { tell } from "./letters/write.server.ts";
import type { Owner } from "./owners/owner.ts";
import { owners } from "./owners/owners.server.ts";
import { doorOfRow } from "./owners/rows.server.ts";
import { halfPurpose } from "./purposes.ts";

/**
 * Calendar work: a right password without its code for three minutes is told to the owner, once (A16). Somebody who tried
 * several times meanwhile gets one mail, not one for each try.
 */
export async function tellUnfinished(): Promise<void> {
  for (const owner of Object.values(owners)) if (owner.letters.changes.unfinished) await tellOwners(owner);
}

async function tellOwners(owner: Owner): Promise<void> {
  const before = new Date(now().getTime() - 3 * 60_000);
  const open = and(
    eq(attempts.purpose, halfPurpose(owner)),
    isNull(attempts.finishedAt),
    isNull(attempts.noticeAt),
    lte(attempts.createdAt, before),
  );
  const begun = await db.selectDistinct({ id: attempts.subjectId }).from(attempts).where(open);
  for (const { id } of begun) {
    await transaction(async (tx) => {
      const mine = await tx
        .update(attempts)
        .set({ noticeAt: now() })
        .where(and(eq(attempts.subjectId, id), open))
        .returning({ id: attempts.id });
      const found = mine.length > 0 ? await doorOfRow(owner, id, tx) : null;
      if (found) await tell(tx, found.door, found.row, "unfinished");
    });
  }
}
