import { and, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { mayRead } from "./events/catalogue.ts";
import { auditLog, auditSealed, auditSubjects } from "#db/schema/audit.ts";

/** A line of the log as the person it is about may see it. */
export type LookLine = { /** Number in the log, once a seal holds it. */ seq: number | null } & Pick<
  typeof auditLog.$inferSelect,
  | "id"
  | "at"
  | "event"
  | "action"
  | "outcome"
  | "actorId"
  | "actorName"
  | "role"
  | "onBehalfOf"
  | "organisation"
  | "purpose"
  | "basis"
  | "objectType"
  | "objectId"
  | "objectVersion"
>;

/**
 * Every line of the log about a person that clients may read, in a period, newest first (NEN 7513, chapter 9; U06). Those of whoever asks have
 * to name only ids that are that person's own.
 * @param subjectIds names of the person in the log: of the record, and of the patient in reports
 * @param period from (included) and until (not included)
 */
export async function looksAbout(
  from: Reads,
  subjectIds: string[],
  period: { from: Date; until: Date },
): Promise<LookLine[]> {
  const within = and(gte(auditLog.at, period.from), lt(auditLog.at, period.until));
  const beside = from
    .select({ lineId: auditSubjects.lineId })
    .from(auditSubjects)
    .where(inArray(auditSubjects.subjectId, subjectIds));
  const lines = await from
    .select({
      id: auditLog.id,
      seq: auditSealed.seq,
      at: auditLog.at,
      event: auditLog.event,
      action: auditLog.action,
      outcome: auditLog.outcome,
      actorId: auditLog.actorId,
      actorName: auditLog.actorName,
      role: auditLog.role,
      onBehalfOf: auditLog.onBehalfOf,
      organisation: auditLog.organisation,
      purpose: auditLog.purpose,
      basis: auditLog.basis,
      objectType: auditLog.objectType,
      objectId: auditLog.objectId,
      objectVersion: auditLog.objectVersion,
    })
    .from(auditLog)
    .leftJoin(auditSealed, eq(auditSealed.lineId, auditLog.id))
    .where(and(within, or(inArray(auditLog.subjectId, subjectIds), inArray(auditLog.id, beside))))
    .orderBy(desc(auditLog.at), desc(auditLog.id));
  return lines.filter(({ event }) => mayRead(event, "client"));
}
