import { newHandoverCode } from "#app/platform/doors/handover.server.ts";
import { askEmployee } from "#app/professionals/practices/employees/ask.server.ts";
import {
  approveEmployee,
  askAboutEmployee,
  cancelEmployee,
  rejectEmployee,
  takeUpEmployee,
} from "#app/professionals/practices/employees/decide.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { eq } from "drizzle-orm";
import { activate } from "./people.ts";

type Person = {
  firstName: string;
  lastName: string;
  jobTitle: string;
  email: string;
  mobile: string | null;
  patientDetails?: boolean;
};

/** A practitioner asks for an employee; returns the id of the request. */
async function asked(gp: AccountActor, person: Person): Promise<string> {
  const [practice] = gp.practices;
  if (!practice) throw new Error(`${gp.name} has no practice`);
  const { mobile, patientDetails = false, ...rest } = person;
  const wish = {
    ...rest,
    reports: true,
    patientDetails,
    reportGroups: "all" as const,
    startsOn: today(),
    endsOn: null,
  };
  const { number } = await askEmployee(gp, practice, wish, mobile);
  const [row] = await db
    .select({ id: employeeRequests.id })
    .from(employeeRequests)
    .where(eq(employeeRequests.number, number));
  if (!row) throw new Error("the request was not kept");
  return row.id;
}

/** An employee who can sign in. */
export async function employee(agent: AccountActor, gp: AccountActor, person: Person): Promise<void> {
  const id = await asked(gp, person);
  await takeUpEmployee(agent, { id });
  const { accountId } = await approveEmployee(agent, { id });
  const handover = person.mobile ? null : await transaction((tx) => newHandoverCode(tx, gp, accountId));
  const practice = gp.practices[0]?.name ?? null;
  await activate(accountId, { role: "employee", practice, mobile: person.mobile, handover });
}

/** Employee requests in every state. */
export async function employeeRequestsInEveryState(agent: AccountActor, gp: AccountActor): Promise<void> {
  const names = ["Bente Vlas", "Cas Iepma", "Dewi Soerjadi", "Evert Kroon", "Fenna Bosma", "Guus Talsma"];
  const ids: string[] = [];
  for (const name of names) {
    const [firstName = "", lastName = ""] = name.split(" ");
    const email = `${firstName}@delinde.example`.toLowerCase();
    ids.push(await asked(gp, { firstName, lastName, jobTitle: "Doktersassistent", email, mobile: "+31610000099" }));
  }
  const [, review = "", question = "", approved = "", rejected = "", cancelled = ""] = ids;
  for (const id of [review, question, approved, rejected]) await takeUpEmployee(agent, { id });
  await askAboutEmployee(agent, { id: question }, "Werkt deze medewerker al bij u, of begint die later?");
  await approveEmployee(agent, { id: approved });
  await rejectEmployee(agent, { id: rejected }, "Het e-mailadres hoort bij een andere praktijk.");
  await cancelEmployee(gp, { id: cancelled });
}
