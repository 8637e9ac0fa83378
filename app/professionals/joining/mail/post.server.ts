import type { Transaction } from "#db/client.server.ts";
import { issueLink } from "#app/platform/doors/links.server.ts";
import type { Letter } from "#app/platform/messages/letter.ts";
import { send, theDesk } from "#app/platform/messages/send.server.ts";
import { letters, type DeskKind } from "#app/professionals/joining/letters.ts";
import type { RequestRow } from "#app/professionals/joining/request.server.ts";

const STATUS_MS = 90 * 86_400_000;
type Addressed = Pick<RequestRow, "id" | "version" | "practiceEmail" | "language">;

/** A fresh link to the status page, for in a mail to the practice address; an older one stops working. */
export function statusToken(tx: Transaction, requestId: string): Promise<string> {
  return issueLink(tx, { purpose: "status", subjectId: requestId, lifetimeMs: STATUS_MS });
}

/** A status link beside the ones that were sent: somebody who only knows the codes must not end the link of the applicant. */
export function oneMoreStatusToken(tx: Transaction, requestId: string): Promise<string> {
  return issueLink(tx, { purpose: "status", subjectId: requestId, lifetimeMs: STATUS_MS, beside: true });
}

/** Mail to the practice address of a request, once for this version of it, or for the event that is named. */
export function mailApplicant(tx: Transaction, request: Addressed, letter: Letter, event = ""): Promise<void> {
  const { id, version, practiceEmail: email, language } = request;
  return send(tx, { email, language, about: id }, letter, `${id}:${version}:${event}`);
}

/** Mail to the desk: that there is work, and where (I-06). */
export function mailDesk(
  tx: Transaction,
  request: Pick<RequestRow, "id" | "number" | "version">,
  kind: DeskKind,
): Promise<void> {
  return send(tx, theDesk(request.id), letters.desk[kind](request), `${request.id}:${request.version}`);
}
