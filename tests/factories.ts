/**
 * Rows to start a test from, straight into the tables: invented people in an invented town. A feature adds its own; what a
 * test is about it makes with the verbs.
 */
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { memberships, practices } from "#db/schema/practices.ts";

let last = 0;
const next = () => ++last;

/** A practice of general practitioners; its AGB code starts with 01. */
export async function aPractice(given: Partial<typeof practices.$inferInsert> = {}) {
  const row = {
    id: newId(),
    agb: `01${String(900_000 + next())}`,
    kind: "gp" as const,
    name: "Praktijk De Linde",
    place: "Waterdam",
    createdAt: now(),
    ...given,
  };
  await transaction(async (tx) => {
    await tx.insert(practices).values(row);
  });
  return row;
}

/** An active account without factors or password. */
export async function anAccount(given: Partial<typeof accounts.$inferInsert> = {}) {
  const email = given.email ?? `persoon${next()}@delinde.example`;
  const row = {
    id: newId(),
    state: "active" as const,
    firstName: "Noor",
    lastName: "Waterman",
    email,
    emailKey: email.toLowerCase(),
    operatorRole: null,
    agb: null,
    language: "nl" as const,
    invitedAt: now(),
    activatedAt: now(),
    createdAt: now(),
    ...given,
  };
  await transaction(async (tx) => {
    await tx.insert(accounts).values(row);
  });
  return row;
}

/** Puts an account in a practice, from today on. */
export async function aMember(accountId: string, practiceId: string, role: "practitioner" | "employee") {
  const row = { id: newId(), accountId, practiceId, role, startsOn: today(), createdAt: now() };
  await transaction(async (tx) => {
    await tx.insert(memberships).values(row);
  });
  return row;
}
