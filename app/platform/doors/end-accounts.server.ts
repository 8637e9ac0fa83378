import { and, eq, lt, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { lapsedBefore } from "./invitation-state.server.ts";
import { mailLapsed } from "./invite.server.ts";
import { voidLinks } from "./links.server.ts";
import { accountDoor } from "./owners/account.server.ts";
import { endSessions } from "./sessions.server.ts";

const clock: SystemActor = { kind: "system", name: "clock" };

/** Calendar work: invitations older than 30 days and accounts past their last day end, with their sessions. */
export async function endAccounts(): Promise<void> {
  await transaction(async (tx) => {
    const lapsed = and(eq(accounts.state, "invited"), lte(accounts.invitedAt, lapsedBefore()));
    const over = and(eq(accounts.state, "active"), lt(accounts.endsOn, today()));
    for (const [which, endedReason] of [
      [lapsed, "not_activated"],
      [over, "end_date"],
    ] as const) {
      const ended = await tx.update(accounts).set({ state: "ended", endedReason }).where(which).returning();
      for (const account of ended) {
        const { id } = account;
        await voidLinks(tx, "activation", id);
        if (endedReason === "not_activated") await mailLapsed(tx, account);
        await endSessions(tx, clock, accountDoor, account, endedReason);
        await audit(tx, clock, { event: "account.end", id, reason: endedReason });
      }
    }
  });
}
