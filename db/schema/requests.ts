import { id, index, instant, integer, table, text } from "../columns.ts";

/** What a client asks the staff of a practice to change: an appointment, or own contact data (features G2, F9). */
export const changeRequests = table(
  "change_requests",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    /** Who asked; the acting person. */
    accountId: text().notNull(),
    kind: text().$type<"move" | "cancel" | "contact">().notNull(),
    /** The appointment it is about; null for contact data. */
    appointmentId: text(),
    state: text().$type<"submitted" | "done" | "declined" | "withdrawn">().notNull(),
    /** Sealed JSON: what the client wrote (`Wish`). */
    wish: text().notNull(),
    submittedAt: instant().notNull(),
    /** Day on which the practice answers at the latest, `YYYY-MM-DD`. */
    answerBy: text().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    decidedByName: text(),
    /** Sealed. */
    answer: text(),
  },
  (t) => [
    index("change_requests_person").on(t.environmentId, t.personId),
    index("change_requests_state").on(t.environmentId, t.state, t.answerBy),
  ],
);

/** A client's wish about the record, with the legal clock of one month (AVG art. 12; features G8). Texts are sealed. */
export const correctionRequests = table(
  "correction_requests",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    /** Who asked; the acting person. */
    accountId: text().notNull(),
    partId: text().notNull(),
    /** Version of the part that was read when it was asked. */
    partVersion: text().notNull(),
    kind: text().$type<"correction" | "statement" | "shielding">().notNull(),
    state: text().$type<"submitted" | "in_review" | "extended" | "granted" | "refused" | "withdrawn">().notNull(),
    /** The passage, as marked by the client. */
    passage: text(),
    wish: text().notNull(),
    submittedAt: instant().notNull(),
    /** Last day to answer, `YYYY-MM-DD`. */
    dueOn: text().notNull(),
    extendedAt: instant(),
    extendedReason: text(),
    /** Due date for which the clinicians were reminded. */
    remindedFor: text(),
    takenUpBy: text(),
    decidedAt: instant(),
    decidedBy: text(),
    decidedByName: text(),
    answer: text(),
  },
  (t) => [
    index("correction_requests_person").on(t.personId),
    index("correction_requests_state").on(t.environmentId, t.state, t.dueOn),
  ],
);

/**
 * What a client asks: of practice staff about an appointment or own contact data (features G2, F9), or of a clinician about
 * the record (G8). Texts are sealed.
 */
export const clientRequests = table(
  "client_requests",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    /** Who asked; the acting person. */
    accountId: text().notNull(),
    kind: text().$type<"move" | "cancel" | "contact" | "correction" | "statement" | "shielding">().notNull(),
    state: text()
      .$type<"submitted" | "in_review" | "extended" | "done" | "declined" | "granted" | "refused" | "withdrawn">()
      .notNull(),
    /** The appointment or part it is about; null for the person. */
    aboutId: text(),
    /** Version of the part that was read when it was asked. */
    aboutVersion: text(),
    /** The passage, as marked by the client. */
    passage: text(),
    wish: text().notNull(),
    submittedAt: instant().notNull(),
    /** Last day to answer, `YYYY-MM-DD`. */
    dueOn: text().notNull(),
    extendedAt: instant(),
    extendedReason: text(),
    /** Due date for which the clinicians were reminded. */
    remindedFor: text(),
    takenUpBy: text(),
    decidedAt: instant(),
    decidedBy: text(),
    decidedByName: text(),
    answer: text(),
    /** Grows with every change; a decision names the version it was taken on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index("client_requests_person").on(t.environmentId, t.personId),
    index("client_requests_state").on(t.environmentId, t.state, t.dueOn),
    index("client_requests_kind").on(t.kind, t.state, t.dueOn),
  ],
);
