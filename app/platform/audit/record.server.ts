import { max } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";

export type AuditLine = {
  /** `thing.verb`, such as `request.submit`. */
  event: string;
  action: "C" | "R" | "U" | "D" | "E";
  outcome?: "done" | "refused" | "failed";
  object?: { type: string; id: string; version?: string };
  organisation?: string;
  onBehalfOf?: string;
  purpose?: string;
  basis?: string;
  subjectId?: string;
  /** Further persons the line is about, as in a file with many of them. */
  subjectIds?: string[];
  reason?: string;
  /** Facts without secrets, BSN or content. */
  detail?: Record<string, unknown>;
};

/** Writes one line of the log in the transaction of the act itself: no line, no act (NEN 7513, ASVS 16.2.1). */
export async function audit(tx: Transaction, actor: Actor, line: AuditLine): Promise<void> {
  const [last] = await tx.select({ seq: max(auditLog.seq) }).from(auditLog);
  const id = newId();
  await tx.insert(auditLog).values({
    id,
    seq: (last?.seq ?? 0) + 1,
    at: now(),
    event: line.event,
    action: line.action,
    outcome: line.outcome ?? "done",
    ...who(actor),
    onBehalfOf: line.onBehalfOf ?? behalf(actor),
    organisation: line.organisation ?? (actor.kind === "client" ? actor.environmentId : null),
    purpose: line.purpose ?? null,
    basis: line.basis ?? null,
    address: actor.address ?? null,
    client: actor.client ?? null,
    requestId: actor.requestId ?? null,
    objectType: line.object?.type ?? null,
    objectId: line.object?.id ?? null,
    objectVersion: line.object?.version ?? null,
    subjectId: line.subjectId ?? null,
    detail: line.detail ?? null,
    reason: line.reason ?? null,
  });
  for (const subjectId of new Set(line.subjectIds))
    await tx.insert(auditSubjects).values({ id: newId(), lineId: id, subjectId });
}

/**
 * A client acts for itself, or for another: then that other is named (NEN 7513, responsible user). A command names the
 * person who asked for it.
 */
function behalf(actor: Actor): string | null {
  if (actor.kind === "system") return actor.onBehalfOf ?? null;
  return actor.kind === "client" && actor.clientId !== actor.personId ? actor.clientId : null;
}

function who(actor: Actor) {
  switch (actor.kind) {
    case "account": {
      const role = actor.staff?.role ?? actor.operatorRole ?? (actor.agb ? "practitioner" : "employee");
      return { actorId: actor.accountId, actorName: actor.name, role, sessionId: actor.sessionId };
    }
    case "client":
      return { actorId: actor.accountId, actorName: actor.name, role: "client", sessionId: actor.sessionId };
    case "link":
      return { actorId: actor.subjectId, actorName: actor.name, role: actor.role };
    case "system":
      return { actorId: null, actorName: actor.name, role: "system" };
    case "stranger":
      return { actorId: null, actorName: null, role: "stranger" };
  }
}
