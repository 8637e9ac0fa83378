import { and, count, eq, inArray, like } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { audit } from "#app/audit/record.server.ts";
import type { AccountActor, PracticeRights } from "#app/rights/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { addWorkingDays } from "#app/shared/working-days.ts";
import { tellDesk } from "./mails.server.ts";
import type { EmployeeInput } from "./form.ts";

const PROMISE_DAYS = 5;

/**
 * A practitioner asks an account for an employee; the desk answers within five working days (I-12).
 * @param mobile E.164 number or null
 * @throws Forbidden without an own authorization in force; Conflict when the same person is asked for already
 */
export async function askEmployee(
  actor: AccountActor,
  practice: PracticeRights,
  input: Omit<EmployeeInput, "mobile" | "practice">,
  mobile: string | null,
): Promise<{ number: string; promiseOn: string }> {
  if (practice.role !== "practitioner" || practice.authorizationIds.length === 0)
    throw new Forbidden("authorization_needed");
  return transaction(async (tx) => {
    await refuseTwin(tx, practice.practiceId, input.email);
    const id = newId();
    const number = await nextNumber(tx);
    const promiseOn = addWorkingDays(today(), PROMISE_DAYS);
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
    const granted = { reports: input.reports, patientDetails: input.patientDetails };
    const object = { type: "employee_request", id };
    await audit(tx, actor, { event: "employee.ask", action: "C", object, organisation: practice.agb, detail: granted });
    await tellDesk(tx, { requestId: id, number });
    return { number, promiseOn };
  });
}

async function refuseTwin(tx: Transaction, practiceId: string, email: string): Promise<void> {
  const open = await tx
    .select({ id: employeeRequests.id })
    .from(employeeRequests)
    .where(
      and(
        eq(employeeRequests.practiceId, practiceId),
        eq(employeeRequests.email, email),
        inArray(employeeRequests.state, ["submitted", "in_review", "info_requested"]),
      ),
    );
  if (open.length > 0) throw new Conflict("already_asked");
}

async function nextNumber(tx: Transaction): Promise<string> {
  const year = today().slice(0, 4);
  const [row] = await tx
    .select({ made: count() })
    .from(employeeRequests)
    .where(like(employeeRequests.number, `M-${year}-%`));
  return `M-${year}-${String((row?.made ?? 0) + 1).padStart(4, "0")}`;
}
