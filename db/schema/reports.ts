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
