import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { StaffPlace, SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

/**
 * From today on an account works for an environment; the portal itself decides, never a person in it. A place that ended
 * is taken up anew, and so is one of an account that was invited anew (`again`). @throws Conflict when the account holds
 * the place already
 */
export async function appointStaff(
  tx: Transaction,
  actor: SystemActor,
  accountId: string,
  place: StaffPlace,
  { endsOn = null, again = false }: { endsOn?: string | null; again?: boolean } = {},
): Promise<void> {
  const { environmentId, role, clinicianCode } = place;
  const here = and(
    eq(environmentStaff.environmentId, environmentId),
    eq(environmentStaff.accountId, accountId),
    eq(environmentStaff.role, role),
  );
  const [before] = await tx.select().from(environmentStaff).where(here);
  if (!again && before && (before.endsOn === null || before.endsOn >= today())) throw new Conflict("place_taken");
  const id = before?.id ?? newId();
  const period = { startsOn: today(), endsOn, clinicianCode };
  if (before) await tx.update(environmentStaff).set(period).where(eq(environmentStaff.id, id));
  else await tx.insert(environmentStaff).values({ id, accountId, environmentId, role, ...period });
  await endSessions(tx, actor, accountDoor, { id: accountId }, "role_changed");
  const detail = { accountId, role, endsOn };
  const line = { event: "staff.appoint", id, organisation: environmentId, detail } as const;
  await audit(tx, actor, { ...line, subjectId: accountId });
}
