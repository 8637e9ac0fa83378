import { bigint, id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

/** The log (NEN 7513:2018, chapter 5). Append-only by trigger; sealed in batches. */
export const auditLog = table(
  "audit_log",
  {
    id: id(),
    at: instant().notNull(),
    event: text().notNull(),
    action: text().$type<"C" | "R" | "U" | "D" | "E">().notNull(),
    outcome: text().$type<"done" | "refused" | "failed">().notNull(),
    actorId: text(),
    actorName: text(),
    role: text(),
    onBehalfOf: text(),
    /** AGB code of the organisation the actor acts for. */
    organisation: text(),
    purpose: text(),
    /** Rule, grant or authorization that allowed it. */
    basis: text(),
    address: text(),
    client: text(),
    sessionId: text(),
    requestId: text(),
    objectType: text(),
    objectId: text(),
    objectVersion: text(),
    /** Person the data are about, pseudonymous. */
    subjectId: text(),
    detail: json().$type<Record<string, unknown>>(),
    reason: text(),
  },
  (t) => [
    index("audit_log_at").on(t.at, t.id),
    index("audit_log_object").on(t.objectType, t.objectId),
    index("audit_log_actor").on(t.actorId),
    index("audit_log_subject").on(t.subjectId),
  ],
);

/** Further persons that one line of the log is about, as in a file with many of them; append-only too. */
export const auditSubjects = table(
  "audit_subjects",
  {
    id: id(),
    lineId: text().notNull(),
    subjectId: text().notNull(),
  },
  (t) => [index("audit_subjects_subject").on(t.subjectId, t.lineId), index("audit_subjects_line").on(t.lineId)],
);

/**
 * The number that a line got when it was sealed, in order of sealing and without gaps, and its hash. Lines themselves
 * carry no number, so that writing one waits for no other.
 */
export const auditSealed = table(
  "audit_sealed",
  {
    seq: bigint().primaryKey(),
    lineId: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex("audit_sealed_line").on(t.lineId)],
);

/** A signed seal over a run of log lines; each names the seal before it. */
export const auditSeals = table(
  "audit_seals",
  {
    id: id(),
    /** Of its format: docs/log-format.md. */
    version: integer().notNull().default(1),
    fromSeq: bigint().notNull(),
    toSeq: bigint().notNull(),
    /** Hashes of the lines under a seal of version 1; from version 2 they stand in `audit_sealed`. */
    lines: json().$type<string[]>().notNull(),
    hash: text().notNull(),
    previousHash: text().notNull(),
    signature: text().notNull(),
    keyId: text().notNull(),
    sealedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("audit_seals_to").on(t.toSeq)],
);

/** Calendar work that has run: one row per job and slot, so that each slot runs once. */
export const jobRuns = table("job_runs", {
  id: id(),
  job: text().notNull(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  outcome: text(),
});
