import type { Transaction } from "#db/client.server.ts";
import { issueLink } from "#app/platform/doors/links.server.ts";
import { queueMail, type Mail } from "#app/platform/messages/outbox.server.ts";
import { deskAddress, mails } from "./mails.ts";
import type { RequestRow } from "#app/professionals/joining/request.server.ts";

const STATUS_MS = 90 * 86_400_000;
type Addressed = Pick<RequestRow, "id" | "version" | "practiceEmail">;

/** A fresh link to the status page, for in a mail to the practice address; an older one stops working. */
export function statusToken(tx: Transaction, requestId: string): Promise<string> {
  return issueLink(tx, { purpose: "status", subjectId: requestId, lifetimeMs: STATUS_MS });
}

/** A status link beside the ones that were sent: somebody who only knows the codes must not end the link of the applicant. */
export function oneMoreStatusToken(tx: Transaction, requestId: string): Promise<string> {
  return issueLink(tx, { purpose: "status", subjectId: requestId, lifetimeMs: STATUS_MS, beside: true });
}

/** Mail to the practice address of a request. */
export function mailApplicant(tx: Transaction, request: Addressed, kind: string, mail: Mail): Promise<void> {
  const key = `request:${request.id}:${kind}:${request.version}`;
  return queueMail(tx, { to: request.practiceEmail, kind: `request_${kind}`, key, subjectId: request.id, ...mail });
}

/** Mail to the desk: that there is work, and where (I-06). */
export function mailDesk(
  tx: Transaction,
  request: Pick<RequestRow, "id" | "number" | "version">,
  kind: Parameters<typeof mails.desk>[0],
): Promise<void> {
  const key = `desk:${request.id}:${kind}:${request.version}`;
  return queueMail(tx, {
    to: deskAddress(),
    kind: `desk_${kind}`,
    key,
    subjectId: request.id,
    ...mails.desk(kind, request),
  });
}
