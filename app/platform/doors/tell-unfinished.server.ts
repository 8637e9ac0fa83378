import { and, eq, isNull, lte } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { attempts } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { accountById } from "./account.server.ts";
import { tell } from "./tell.server.ts";

/**
 * Calendar work: a right password without its code for three minutes is told to the owner, once (A16). Somebody who tried
 * several times meanwhile gets one mail, not one for each try.
 */
export async function tellUnfinished(): Promise<void> {
  const before = new Date(now().getTime() - 3 * 60_000);
  const open = and(
    eq(attempts.purpose, "sign_in"),
    isNull(attempts.finishedAt),
    isNull(attempts.noticeAt),
    lte(attempts.createdAt, before),
  );
  const owners = await db.selectDistinct({ id: attempts.subjectId }).from(attempts).where(open);
  for (const { id } of owners) {
    await transaction(async (tx) => {
      const mine = await tx
        .update(attempts)
        .set({ noticeAt: now() })
        .where(and(eq(attempts.subjectId, id), open))
        .returning({ id: attempts.id });
      const account = mine.length > 0 ? await accountById(id, tx) : null;
      if (account) await tell(tx, account, "unfinished");
    });
  }
}
