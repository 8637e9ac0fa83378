import { id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

export type Fault = { file: string; line?: number; column?: string; code: string; detail?: string };

/** A delivery of report data. The same manifest twice changes nothing. */
export const deliveries = table(
  "deliveries",
  {
    id: id(),
    /** SHA-256 of the manifest: the key of "the same delivery". */
    manifestHash: text().notNull(),
    deliveryId: text().notNull(),
    source: text().notNull(),
    period: text().notNull(),
    state: text()
      .$type<"received" | "checking" | "checked" | "refused" | "held" | "published" | "superseded" | "taken_back">()
      .notNull(),
    rows: integer().notNull(),
    faults: json().$type<Fault[]>().notNull(),
    catalogueVersion: text(),
    receivedAt: instant().notNull(),
    publishedAt: instant(),
    releaseFile: text(),
  },
  (t) => [uniqueIndex("deliveries_manifest").on(t.manifestHash), index("deliveries_period").on(t.period)],
);

/** Which release file is shown for a period. Publishing is one write here; taking back is the row before. */
export const publishedReleases = table("published_releases", {
  period: text().primaryKey(),
  deliveryId: text()
    .notNull()
    .references(() => deliveries.id),
  file: text().notNull(),
  measuredOn: text().notNull(),
  publishedAt: instant().notNull(),
});

/**
 * Rows of patients that came with a delivery: in a sealed file of their own, for as long as the delivery says. They are
 * read only while that delivery is the one shown for its period.
 */
export const detailFiles = table(
  "detail_files",
  {
    id: id(),
    deliveryId: text()
      .notNull()
      .references(() => deliveries.id),
    period: text().notNull(),
    /** Hash of the manifest: what the lists in the file are bound to. */
    release: text().notNull(),
    file: text().notNull(),
    /** Key of this file, sealed; null once the rows are removed, so that a copy of the file opens no more. */
    sealedKey: text(),
    rows: integer().notNull(),
    /** The last day on which the rows may be read, `YYYY-MM-DD`. */
    keepUntil: text().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex("detail_files_delivery").on(t.deliveryId)],
);

/** Why somebody looks at the patients behind one indicator: holds for this session, and for a while. */
export const detailReasons = table(
  "detail_reasons",
  {
    id: id(),
    sessionId: text().notNull(),
    accountId: text().notNull(),
    practiceAgb: text().notNull(),
    indicatorId: text().notNull(),
    purpose: text().$type<"improve" | "prepare" | "check">().notNull(),
    /** Own words, sealed. */
    note: text(),
    givenAt: instant().notNull(),
    /** When a fresh code followed; null: not yet. */
    openedAt: instant(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("detail_reasons_session").on(t.sessionId, t.practiceAgb, t.indicatorId)],
);

/** What a practice wrote beside its figures: a remark at a quarter, or a goal. Removed ones stay, with who and when. */
export const reportMarks = table(
  "report_marks",
  {
    id: id(),
    kind: text().$type<"note" | "goal">().notNull(),
    practiceId: text().notNull(),
    indicatorId: text().notNull(),
    /** Quarter of the remark, or the one by which the goal is to be reached. */
    period: text().notNull(),
    text: text(),
    /** Goal in parts of 100,000. */
    target: integer(),
    authorId: text().notNull(),
    authorName: text().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
    removedBy: text(),
  },
  (t) => [index("report_marks_place").on(t.practiceId, t.indicatorId)],
);
