import { id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

/** The log (NEN 7513:2018, chapter 5). Append-only by trigger; sealed in batches. */
export const auditLog = table(
  "audit_log",
  {
    id: id(),
    /** Number in order of writing, without gaps. */
    seq: integer().notNull(),
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
    uniqueIndex("audit_log_seq").on(t.seq),
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
  (t) => [index("audit_subjects_subject").on(t.subjectId, t.lineId)],
);

/** A signed seal over a run of log lines; each names the seal before it. */
export const auditSeals = table("audit_seals", {
  id: id(),
  fromSeq: integer().notNull(),
  toSeq: integer().notNull(),
  /** Short hash of every line, so that a check can name the one that was changed. */
  lines: json().$type<string[]>().notNull(),
  hash: text().notNull(),
  previousHash: text().notNull(),
  signature: text().notNull(),
  keyId: text().notNull(),
  sealedAt: instant().notNull(),
});

/** Calendar work that has run: one row per job and slot, so that each slot runs once. */
export const jobRuns = table("job_runs", {
  id: id(),
  job: text().notNull(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  outcome: text(),
});
