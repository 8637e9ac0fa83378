import type { Transaction } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { type ActionOf, type EventName, events, firstOf, type ObjectOf, type PurposeOf } from "./events/catalogue.ts";
import type { Entry } from "./events/entry.ts";

/** What a call adds to the entry of its event in the catalogue. */
export type AuditLine<E extends EventName = EventName> = {
  event: E;
  /** Key of the object, with its version where it has one. */
  id?: string;
  version?: string | number;
  /** Which object, action or purpose, where the entry of the event leaves a choice. */
  object?: ObjectOf<E>;
  action?: ActionOf<E>;
  purpose?: PurposeOf<E>;
  outcome?: "done" | "refused" | "failed";
  organisation?: string;
  onBehalfOf?: string;
  basis?: string;
  /** Person the data are about. */
  subjectId?: string | null;
  /** Further persons the line is about, as in a file with many of them. */
  subjectIds?: string[];
  reason?: string;
  /** Facts without secrets, BSN or content. */
  detail?: Record<string, unknown>;
};

/** So many rows at once: a database takes no statement of any length. */
const BATCH = 1000;

/** Writes one line of the log in the transaction of the act itself: no line, no act (NEN 7513, ASVS 16.2.1). */
export async function audit<E extends EventName>(tx: Transaction, actor: Actor, line: AuditLine<E>): Promise<void> {
  const entry: Entry = events[line.event];
  const { object, action, purpose } = line as AuditLine;
  const id = newId();
  await tx.insert(auditLog).values({
    id,
    at: now(),
    event: line.event,
    action: action ?? firstOf(entry.action),
    outcome: line.outcome ?? "done",
    ...who(actor),
    onBehalfOf: line.onBehalfOf ?? behalf(actor),
    organisation: line.organisation ?? (actor.kind === "client" ? actor.environmentId : null),
    purpose: purpose ?? (entry.purpose ? firstOf(entry.purpose) : null),
    basis: line.basis ?? null,
    address: actor.address ?? null,
    client: actor.client ?? null,
    requestId: actor.requestId ?? null,
    objectType: line.id && entry.object ? (object ?? firstOf(entry.object)) : null,
    objectId: line.id ?? null,
    objectVersion: line.version?.toString() ?? null,
    subjectId: line.subjectId ?? null,
    detail: line.detail ?? null,
    reason: line.reason ?? null,
  });
  const further = [...new Set(line.subjectIds)].map((subjectId) => ({ id: newId(), lineId: id, subjectId }));
  for (let at = 0; at < further.length; at += BATCH)
    await tx.insert(auditSubjects).values(further.slice(at, at + BATCH));
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
      return {
        actorId: actor.accountId,
        actorName: actor.name,
        role: actor.relation?.kind ?? "client",
        sessionId: actor.sessionId,
      };
    case "link":
      return { actorId: actor.subjectId, actorName: actor.name, role: actor.role };
    case "system":
      return { actorId: null, actorName: actor.name, role: "system" };
    case "stranger":
      return { actorId: null, actorName: null, role: "stranger" };
  }
}
