import { and, desc, eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { employeeRequests, memberships, practices, type EmployeeRequestState } from "#db/schema/practices.ts";
import { courseOf } from "#app/platform/audit/course.server.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { employeeCase } from "./employee-case.server.ts";
import { givenTo } from "./given.server.ts";

const ownPractices = (actor: AccountActor) =>
  actor.practices.filter((practice) => practice.role === "practitioner").map((practice) => practice.practiceId);

/** Requests for employees of the practices of this practitioner with who asked, newest first. */
export async function requestsOf(actor: AccountActor) {
  const own = ownPractices(actor);
  if (own.length === 0) return [];
  const rows = await db
    .select({ request: employeeRequests, practice: { name: practices.name, agb: practices.agb } })
    .from(employeeRequests)
    .innerJoin(practices, eq(practices.id, employeeRequests.practiceId))
    .where(inArray(employeeRequests.practiceId, own))
    .orderBy(desc(employeeRequests.submittedAt));
  const names = await accountNames(rows.map(({ request }) => request.requestedBy));
  return rows.map((row) => ({ ...row, by: names.get(row.request.requestedBy)?.name ?? "" }));
}

const SEES_NOTHING = { reports: false, patientDetails: false, reportGroups: [], detailGroups: [] };

/** Employees of the practices of this practitioner with what they see today and who gave them what. */
export async function employeesOf(actor: AccountActor) {
  const own = ownPractices(actor);
  if (own.length === 0) return [];
  return employees(actor, and(inArray(memberships.practiceId, own), eq(memberships.role, "employee")));
}

/** One employee of an own practice, by membership. @throws NotFound also when it is not yours */
export async function employeeOf(actor: AccountActor, membershipId: string) {
  const own = ownPractices(actor);
  if (own.length === 0) throw new NotFound();
  const mine = and(inArray(memberships.practiceId, own), eq(memberships.role, "employee"));
  const [found] = await employees(actor, and(mine, eq(memberships.id, membershipId)));
  if (!found) throw new NotFound();
  return found;
}

async function employees(actor: AccountActor, which: ReturnType<typeof and>) {
  const people = await db
    .select({ membership: memberships, practice: { name: practices.name, agb: practices.agb } })
    .from(memberships)
    .innerJoin(practices, eq(practices.id, memberships.practiceId))
    .where(which);
  const names = await accountNames(people.map((person) => person.membership.accountId));
  return Promise.all(
    people.map(async ({ membership, practice }) => ({
      membership,
      practice,
      account: names.get(membership.accountId) ?? null,
      given: await givenTo(membership, actor.accountId),
      now: (await practiceRights(membership.accountId)).find((one) => one.agb === practice.agb) ?? SEES_NOTHING,
    })),
  );
}

/** What happened to a request, as the desk reads it. */
export const employeeCourse = (id: string) => courseOf(db, employeeCase, id, { reader: "operator" });

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
