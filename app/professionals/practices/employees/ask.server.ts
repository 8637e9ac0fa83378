import { and, eq, inArray } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { lastDay } from "#app/platform/cases/clock.server.ts";
import { nextNumber } from "#app/platform/cases/number.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { grantsTo } from "#app/platform/rights/grants.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { PROMISE } from "./employee-case.server.ts";
import { tellDesk } from "./mails.server.ts";
import type { Granted } from "./grant.server.ts";

/**
 * A practitioner asks an account for an employee; the desk answers within five working days (I-12).
 * @param mobile E.164 number or null
 * @throws Forbidden without an own authorization in force; Conflict `already_asked` when this
 * practitioner asked for the same person already, `has_access` when that person has a grant of this practitioner
 */
export async function askEmployee(
  actor: AccountActor,
  practice: PracticeRights,
  input: { firstName: string; lastName: string; jobTitle: string; email: string } & Granted,
  mobile: string | null,
): Promise<{ number: string; promiseOn: string }> {
  if (practice.role !== "practitioner" || practice.authorizationIds.length === 0)
    throw new Forbidden("authorization_needed");
  return transaction(async (tx) => {
    await refuseTwin(tx, actor, practice.practiceId, input.email);
    const id = newId();
    const number = await nextNumber(tx, "M");
    const promiseOn = lastDay(PROMISE, today());
    await tx.insert(employeeRequests).values({
      id,
      number,
      state: "submitted",
      practiceId: practice.practiceId,
      requestedBy: actor.accountId,
      ...input,
      reports: input.reports || input.patientDetails,
      mobile: mobile && sealField(mobile, { table: "employee_requests", column: "mobile", row: id }),
      promiseOn,
      submittedAt: now(),
      searchText: [number, input.firstName, input.lastName, input.email, practice.name, practice.agb]
        .join(" ")
        .toLowerCase(),
    });
    const { reports, patientDetails, reportGroups } = input;
    const granted = { reports, patientDetails, reportGroups };
    await audit(tx, actor, { event: "employee.ask", id, organisation: practice.agb, detail: granted });
    await tellDesk(tx, { requestId: id, number });
    return { number, promiseOn };
  });
}

/** Each practitioner gives the own grant, so only the own request or grant stands in the way. */
async function refuseTwin(tx: Transaction, actor: AccountActor, practiceId: string, email: string): Promise<void> {
  const open = await tx
    .select({ id: employeeRequests.id })
    .from(employeeRequests)
    .where(
      and(
        eq(employeeRequests.practiceId, practiceId),
        eq(employeeRequests.requestedBy, actor.accountId),
        eq(employeeRequests.email, email),
        inArray(employeeRequests.state, ["submitted", "in_review", "info_requested"]),
      ),
    );
  if (open.length > 0) throw new Conflict("already_asked");
  const known = await accountAt(email, tx);
  if (!known || known.state === "ended") return;
  const given = await grantsTo([known.id], practiceId, tx);
  if (given.some((grant) => grant.grantedBy === actor.accountId)) throw new Conflict("has_access");
}
