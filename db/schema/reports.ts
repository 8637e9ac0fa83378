import { id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

export type Fault = { file: string; line?: number; column?: string; code: string; detail?: string };

/** States of a delivery; which follows which: `app/reports/deliveries/states.ts`. */
export type DeliveryState = "received" | "checking" | "checked" | "refused" | "held" | Published;
type Published = "published" | "superseded" | "taken_back";

/** Sums over a release, and how many practices it holds. */
export type Totals = { practices: number; numerator: number; denominator: number };

/** How a delivery differs from the release before it. Practices by code alone, never with a figure of one of them. */
export type Comparison = {
  /** The release it is compared with; `null`: there is none, and nothing can be said. */
  before: { period: string; deliveryId: string; totals: Totals } | null;
  totals: Totals;
  /** Practices that came, went, or whose denominators moved much: how many, and the first of them. */
  fresh: { count: number; codes: string[] };
  gone: { count: number; codes: string[] };
  moved: { count: number; codes: string[] };
  /** Practices that took others up in this period. */
  merged: { count: number; codes: string[] };
  /** National mean of the practices as a fraction, and the share of them whose numerator is 0. */
  indicators: { id: string; mean: number | null; zero: number; meanBefore: number | null; zeroBefore: number }[];
  /** Why somebody has to decide; empty: it may be published as it is. */
  findings: Finding[];
};

/** Something that a sound delivery seldom has: what, by how much, and how much is let through. */
export type Finding = {
  code: "mean" | "denominators" | "missing" | "zeroes" | "totals";
  subject: string;
  value: number;
};

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
    state: text().$type<DeliveryState>().notNull(),
    rows: integer().notNull(),
    faults: json().$type<Fault[]>().notNull(),
    catalogueVersion: text(),
    receivedAt: instant().notNull(),
    /** Who brought it. */
    receivedBy: text(),
    /** Folder of an upload that may be checked again; null for a command, and once it is checked. */
    upload: text(),
    measuredOn: text(),
    /** `deliveryId` of the delivery this one corrects. */
    supersedes: text(),
    comparison: json().$type<Comparison>(),
    checkedAt: instant(),
    publishedAt: instant(),
    releaseFile: text(),
    /** The delivery whose place it took when it was published; what is shown again when it is taken back. */
    replacedId: text(),
    /** Of the last decision that asked for words: publishing what was held, dropping, taking back. */
    reason: text(),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (t) => [uniqueIndex("deliveries_manifest").on(t.manifestHash), index("deliveries_period").on(t.period)],
);

/** Files of a delivery on their way in; how much of each is there, the files themselves tell. */
export const deliveryUploads = table("delivery_uploads", {
  id: id(),
  accountId: text().notNull(),
  /** Key under which the files lie there, sealed: rows of patients never rest in plain text. */
  sealedKey: text().notNull(),
  /** Name of the file → its size in bytes as announced. */
  files: json().$type<Record<string, number>>().notNull(),
  createdAt: instant().notNull(),
});

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

/** For whom an information product is: everybody, one kind of practice, one care group by name, or practices by code. */
export type Audience =
  | { to: "all" }
  | { to: "gp" }
  | { to: "pharmacy" }
  | { to: "care_group"; name: string }
  | { to: "practices"; agb: string[] };

/** Files (PDF) for practices, with period and audience. A withdrawn one stays, with who, when and why. */
export const products = table(
  "products",
  {
    id: id(),
    state: text().$type<"draft" | "published" | "withdrawn">().notNull(),
    titleNl: text().notNull(),
    titleEn: text(),
    /** A quarter (`2026-Q3`) or a year (`2026`). */
    period: text().notNull(),
    audience: json().$type<Audience>().notNull(),
    fileId: text().notNull(),
    size: integer().notNull(),
    /** Null where the file does not say. */
    pages: integer(),
    /** `period|hash` while not withdrawn: the same bytes stand once in a period. */
    standing: text(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
    publishedAt: instant(),
    publishedByName: text(),
    withdrawnAt: instant(),
    withdrawnByName: text(),
    withdrawnReason: text(),
  },
  (t) => [uniqueIndex("products_standing").on(t.standing), index("products_state").on(t.state, t.period)],
);

/** Who opened which product, so that the list can say what is new. */
export const productLooks = table(
  "product_looks",
  {
    id: id(),
    productId: text()
      .notNull()
      .references(() => products.id),
    accountId: text().notNull(),
    firstAt: instant().notNull(),
  },
  (t) => [uniqueIndex("product_looks_once").on(t.productId, t.accountId)],
);
