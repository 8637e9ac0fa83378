import { id, index, instant, integer, table, text } from "../columns.ts";

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
