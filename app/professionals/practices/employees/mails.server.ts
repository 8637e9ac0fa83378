import type { Transaction } from "#db/client.server.ts";
import type { employeeRequests } from "#db/schema/practices.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { accountName, type AccountName } from "#app/platform/doors/names.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { texts } from "../texts.ts";

type Request = typeof employeeRequests.$inferSelect;
type News =
  | { kind: "employee_question"; question: string }
  | { kind: "employee_rejected"; reason: string }
  | { kind: "employee_approved" }
  | { kind: "employee_added" };

/** Tells the desk that there is a request: no personal data, only the way to it (I-12). */
export async function tellDesk(tx: Transaction, request: { requestId: string; number: string }): Promise<void> {
  const words = texts.nl.mails;
  const mail = mailFrame({
    language: "nl",
    title: words.deskSubject(request.number),
    paragraphs: [words.deskBody],
    button: { text: words.deskButton, href: `${config.publicUrl}/servicedesk` },
  });
  const key = `employee_asked:${request.requestId}`;
  await queueMail(tx, {
    to: operator().desk.email,
    kind: "employee_asked",
    key,
    subjectId: request.requestId,
    ...mail,
  });
}

/** Tells the practitioner what the desk did with the request, in the own language. */
export async function tellPractitioner(tx: Transaction, request: Request, news: News): Promise<void> {
  const person = await accountName(request.requestedBy, tx);
  if (!person) return;
  const words = texts[person.language].mails;
  const said =
    news.kind === "employee_question"
      ? news.question
      : news.kind === "employee_rejected"
        ? news.reason
        : words[news.kind];
  const mail = mailFrame({
    language: person.language,
    title: words.subject[news.kind],
    paragraphs: [words.greeting(person.name), words.about(`${request.firstName} ${request.lastName}`), said],
    button: { text: words.button, href: `${config.publicUrl}/administratie` },
  });
  const key = `${news.kind}:${request.id}:${news.kind === "employee_question" ? request.question : ""}`;
  await queueMail(tx, { to: person.email, kind: news.kind, key, subjectId: request.id, ...mail });
}

/** Asks a practitioner to confirm anew that an employee may be invited. False when that practitioner is no more. */
export async function askAnew(
  tx: Transaction,
  practitionerId: string,
  about: { accountId: string; name: string; practice: string },
): Promise<boolean> {
  const person = await accountName(practitionerId, tx);
  if (person?.state !== "active") return false;
  const words = texts[person.language].mails;
  const mail = mailFrame({
    language: person.language,
    title: words.anewSubject,
    paragraphs: [words.greeting(person.name), words.anew(about.name, about.practice)],
    button: { text: words.button, href: `${config.publicUrl}/administratie` },
  });
  const key = `employee_anew:${about.accountId}:${practitionerId}:${now().getTime()}`;
  await queueMail(tx, { to: person.email, kind: "employee_anew", key, subjectId: about.accountId, ...mail });
  return true;
}

/** Tells somebody who has an account already that a practice was added to it. */
export async function tellAdded(
  tx: Transaction,
  person: AccountName,
  practice: string,
  requestId: string,
): Promise<void> {
  const words = texts[person.language].mails;
  const mail = mailFrame({
    language: person.language,
    title: words.addedSubject,
    paragraphs: [words.greeting(person.name), words.added(practice)],
    button: { text: words.signIn, href: `${config.publicUrl}/inloggen` },
  });
  const key = `employee_place:${requestId}`;
  await queueMail(tx, { to: person.email, kind: "employee_place", key, subjectId: person.id, ...mail });
}
