import { and, desc, eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { employeeRequests, grants, memberships, practices, type EmployeeRequestState } from "#db/schema/practices.ts";
import { accountNames } from "#app/identity/names.server.ts";
import type { AccountActor } from "#app/rights/actor.ts";
import { NotFound } from "#app/shared/errors.ts";

const ownPractices = (actor: AccountActor) =>
  actor.practices.filter((practice) => practice.role === "practitioner").map((practice) => practice.practiceId);

/** Requests for employees of the practices of this practitioner, newest first. */
export async function requestsOf(actor: AccountActor) {
  const own = ownPractices(actor);
  if (own.length === 0) return [];
  return db
    .select({ request: employeeRequests, practice: { name: practices.name, agb: practices.agb } })
    .from(employeeRequests)
    .innerJoin(practices, eq(practices.id, employeeRequests.practiceId))
    .where(inArray(employeeRequests.practiceId, own))
    .orderBy(desc(employeeRequests.submittedAt));
}

/** Employees of the practices of this practitioner with what this practitioner granted them. */
export async function employeesOf(actor: AccountActor) {
  const own = ownPractices(actor);
  if (own.length === 0) return [];
  const people = await db
    .select({ membership: memberships, practice: { name: practices.name, agb: practices.agb } })
    .from(memberships)
    .innerJoin(practices, eq(practices.id, memberships.practiceId))
    .where(and(inArray(memberships.practiceId, own), eq(memberships.role, "employee")));
  const given = await db.select().from(grants).where(inArray(grants.practiceId, own));
  const names = await accountNames(people.map((person) => person.membership.accountId));
  return people.map(({ membership, practice }) => ({
    membership,
    practice,
    account: names.get(membership.accountId) ?? null,
    grants: given.filter(
      (grant) =>
        grant.accountId === membership.accountId &&
        grant.practiceId === membership.practiceId &&
        grant.withdrawnAt === null,
    ),
  }));
}

/** One employee of an own practice, by membership. @throws NotFound also when it is not yours */
export async function employeeOf(actor: AccountActor, membershipId: string) {
  const found = (await employeesOf(actor)).find((one) => one.membership.id === membershipId);
  if (!found) throw new NotFound();
  return found;
}

/** A request as the desk sees it. @throws NotFound */
export async function employeeRequest(id: string, from: Reads = db) {
  const [row] = await from
    .select({ request: employeeRequests, practice: practices })
    .from(employeeRequests)
    .innerJoin(practices, eq(practices.id, employeeRequests.practiceId))
    .where(eq(employeeRequests.id, id));
  if (!row) throw new NotFound();
  return row;
}

/** Employee requests for the queue of the desk, oldest promise first. */
export async function employeeQueue(states: EmployeeRequestState[]) {
  return db
    .select({ request: employeeRequests, practice: { name: practices.name, agb: practices.agb } })
    .from(employeeRequests)
    .innerJoin(practices, eq(practices.id, employeeRequests.practiceId))
    .where(states.length > 0 ? inArray(employeeRequests.state, states) : undefined)
    .orderBy(employeeRequests.promiseOn, employeeRequests.number);
}
