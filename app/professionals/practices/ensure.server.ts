import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, practiceCareGroups, practices } from "#db/schema/practices.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";

export type NewPractice = {
  agb: string;
  kind: "gp" | "pharmacy" | "group";
  name: string;
  place: string | null;
  careGroups?: string[];
};

/** The practice with this AGB code, made when it was not there yet. Returns its id. */
export async function ensurePractice(tx: Transaction, practice: NewPractice): Promise<string> {
  const [known] = await tx.select({ id: practices.id }).from(practices).where(eq(practices.agb, practice.agb));
  const id = known?.id ?? newId();
  if (!known) {
    const { agb, kind, name, place } = practice;
    await tx.insert(practices).values({ id, agb, kind, name, place, createdAt: now() });
  }
  for (const careGroupId of practice.careGroups ?? []) {
    await tx.insert(practiceCareGroups).values({ id: newId(), practiceId: id, careGroupId }).onConflictDoNothing();
  }
  return id;
}

/**
 * Lets a person work at a practice from today. Somebody who came back works there again, in the role given now; how
 * long an employee does follows from what is granted.
 */
export async function addMember(
  tx: Transaction,
  member: { accountId: string; practiceId: string; role: "practitioner" | "employee"; jobTitle?: string },
): Promise<void> {
  const { accountId, practiceId, role } = member;
  const jobTitle = member.jobTitle ?? null;
  const here = and(eq(memberships.accountId, accountId), eq(memberships.practiceId, practiceId));
  const [known] = await tx.select({ role: memberships.role }).from(memberships).where(here);
  if (!known) {
    const row = {
      id: newId(),
      accountId,
      practiceId,
      role,
      jobTitle,
      startsOn: today(),
      endsOn: null,
      createdAt: now(),
    };
    await tx.insert(memberships).values(row);
    return;
  }
  // A practitioner of the practice never becomes its employee by being asked for a second time.
  await tx
    .update(memberships)
    .set({ role: known.role === "practitioner" ? known.role : role, jobTitle, endsOn: null })
    .where(here);
}
