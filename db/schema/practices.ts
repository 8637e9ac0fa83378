import { sql } from "drizzle-orm";
import { boolean, id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

export const practices = table(
  "practices",
  {
    id: id(),
    agb: text().notNull(),
    kind: text().$type<"gp" | "pharmacy" | "group">().notNull(),
    name: text().notNull(),
    place: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex("practices_agb").on(t.agb)],
);

/** How far a practice is with its connection to the data network; one per practice. */
export const connections = table(
  "connections",
  {
    id: id(),
    agbPractice: text().notNull(),
    state: text()
      .$type<"requested" | "agreement_sent" | "agreement_signed" | "in_setup" | "connected" | "failed">()
      .notNull(),
    recordSystem: text(),
    changedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("connections_practice").on(t.agbPractice)],
);

export const practiceCareGroups = table(
  "practice_care_groups",
  {
    id: id(),
    practiceId: text()
      .notNull()
      .references(() => practices.id),
    careGroupId: text().notNull(),
  },
  (t) => [uniqueIndex("practice_care_groups_pair").on(t.practiceId, t.careGroupId)],
);

/** A person works at a practice. */
export const memberships = table(
  "memberships",
  {
    id: id(),
    accountId: text().notNull(),
    practiceId: text()
      .notNull()
      .references(() => practices.id),
    role: text().$type<"practitioner" | "employee">().notNull(),
    jobTitle: text(),
    startsOn: text().notNull(),
    endsOn: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("memberships_pair").on(t.accountId, t.practiceId),
    index("memberships_practice").on(t.practiceId),
  ],
);

/** Programmes of which reports are open: all of them, new ones too, or those in the list; an empty list opens nothing. */
export type ReportGroups = "all" | string[];

export type EmployeeRequestState = "submitted" | "in_review" | "info_requested" | "approved" | "rejected" | "cancelled";

/** A practitioner asks an account for an employee. */
export const employeeRequests = table(
  "employee_requests",
  {
    id: id(),
    number: text().notNull(),
    state: text().$type<EmployeeRequestState>().notNull(),
    practiceId: text()
      .notNull()
      .references(() => practices.id),
    requestedBy: text().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    jobTitle: text().notNull(),
    email: text().notNull(),
    mobile: text(),
    reports: boolean().notNull(),
    patientDetails: boolean().notNull(),
    reportGroups: json().$type<ReportGroups>().notNull(),
    startsOn: text().notNull(),
    endsOn: text(),
    promiseOn: text().notNull(),
    /** Since when the promise stands still because the practitioner is asked, `YYYY-MM-DD`. */
    pausedOn: text(),
    submittedAt: instant().notNull(),
    takenBy: text(),
    decidedAt: instant(),
    reason: text(),
    /** What the desk asked the practitioner, and the answer. */
    question: text(),
    answer: text(),
    accountId: text(),
    searchText: text().notNull(),
    /** Grows with every change; a decision names the version it was taken on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("employee_requests_number").on(t.number),
    index("employee_requests_state").on(t.state),
    index("employee_requests_practice").on(t.practiceId),
  ],
);

/** What a practitioner lets an employee see, under that practitioner's own authorization. */
export const grants = table(
  "grants",
  {
    id: id(),
    accountId: text().notNull(),
    practiceId: text()
      .notNull()
      .references(() => practices.id),
    authorizationId: text().notNull(),
    grantedBy: text().notNull(),
    reports: boolean().notNull(),
    patientDetails: boolean().notNull(),
    reportGroups: json().$type<ReportGroups>().notNull(),
    startsOn: text().notNull(),
    endsOn: text(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: text(),
    withdrawnReason: text().$type<"taken_away" | "account_ended">(),
    /** Counts the changes, so that a form from before the last one is refused. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index("grants_account").on(t.accountId),
    index("grants_authorization").on(t.authorizationId),
    // One practitioner gives one person one thing at a practice.
    uniqueIndex("grants_standing")
      .on(t.accountId, t.practiceId, t.grantedBy)
      .where(sql`${t.withdrawnAt} is null`),
  ],
);

/** A practitioner consents that the practice is shown by name to its care group; falls with the authorization. */
export const nameConsents = table(
  "name_consents",
  {
    id: id(),
    practiceId: text()
      .notNull()
      .references(() => practices.id),
    accountId: text().notNull(),
    authorizationId: text().notNull(),
    givenAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index("name_consents_authorization").on(t.authorizationId)],
);
