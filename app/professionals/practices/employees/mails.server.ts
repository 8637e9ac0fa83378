import type { Transaction } from "#db/client.server.ts";
import type { employeeRequests } from "#db/schema/practices.ts";
import { accountName, type AccountName } from "#app/platform/doors/names.server.ts";
import { send, theDesk } from "#app/platform/messages/send.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { letters } from "../letters.ts";

type Request = typeof employeeRequests.$inferSelect;
type News =
  | { kind: "employee_question"; question: string }
  | { kind: "employee_rejected"; reason: string }
  | { kind: "employee_approved" }
  | { kind: "employee_added" };

/** Tells the desk that there is a request. */
export async function tellDesk(tx: Transaction, request: { requestId: string; number: string }): Promise<void> {
  await send(tx, theDesk(request.requestId), letters.asked(request), request.requestId);
}

/** Tells the practitioner what the desk did with the request, in the own language. */
export async function tellPractitioner(tx: Transaction, request: Request, news: News): Promise<void> {
  const person = await accountName(request.requestedBy, tx);
  if (!person) return;
  const facts = { name: person.name, employee: `${request.firstName} ${request.lastName}` };
  const asked = news.kind === "employee_question" ? (request.question ?? "") : "";
  await send(tx, { ...person, about: request.id }, letterOf(news, facts), `${request.id}:${asked}`);
}

function letterOf(news: News, facts: { name: string; employee: string }) {
  if (news.kind === "employee_question") return letters.question({ ...facts, question: news.question });
  if (news.kind === "employee_rejected") return letters.rejected({ ...facts, reason: news.reason });
  return letters.done[news.kind](facts);
}

/** Asks a practitioner to confirm anew that an employee may be invited. False when that practitioner is no more. */
export async function askAnew(
  tx: Transaction,
  practitionerId: string,
  about: { accountId: string; name: string; practice: string },
): Promise<boolean> {
  const person = await accountName(practitionerId, tx);
  if (person?.state !== "active") return false;
  const { accountId, name: employee, practice } = about;
  const letter = letters.anew({ name: person.name, employee, practice });
  await send(tx, { ...person, about: accountId }, letter, `${accountId}:${practitionerId}:${now().getTime()}`);
  return true;
}

/** Tells somebody who has an account already that a practice was added to it. */
export async function tellAdded(
  tx: Transaction,
  person: AccountName,
  practice: string,
  requestId: string,
): Promise<void> {
  await send(tx, { ...person, about: person.id }, letters.place({ name: person.name, practice }), requestId);
}
