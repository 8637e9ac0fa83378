import { boolean, id, index, instant, integer, table, text, uniqueIndex } from "../columns.ts";

/**
 * The way in of one person in one environment. An environment never sees the accounts of another (P-07); a person who
 * is a client of two has two rows.
 */
export const clientAccounts = table(
  "client_accounts",
  {
    id: id(),
    environmentId: text().notNull(),
    /** signed_up: waits for practice staff; terms_pending: waits for the terms in force. */
    state: text().$type<"signed_up" | "refused" | "terms_pending" | "active" | "closed">().notNull(),
    /** The person in the records of this environment; null until matched. */
    personId: text(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    /** Date of birth as typed at sign-up, for the match; null when the person came by DigiD. */
    birthDate: text(),
    /** Address to sign in with and for notices; null when the person came by DigiD and gave none. */
    email: text(),
    emailKey: text(),
    passwordHash: text(),
    /** One more with each change of password or ways in: what was begun under an older one ends nowhere. */
    credentialVersion: integer().notNull().default(1),
    /** Wrong codes in a row, over all attempts; at 20 codes are off until there is a new password. */
    codeFailures: integer().notNull().default(0),
    /** False: the client closed the door of password and mailed code, and signs in with DigiD only. */
    mailDoor: boolean().notNull().default(false),
    /** Keyed index of the BSN of the linked DigiD; null without DigiD. */
    bsnIndex: text(),
    digidLinkedAt: instant(),
    /** Until this moment the person can undo the link without anybody's help. */
    digidUndoUntil: instant(),
    language: text().$type<"nl" | "en">(),
    acceptedTerms: integer(),
    /** Start of the session before this one: since then something is new. */
    previousSignInAt: instant(),
    lastSignInAt: instant(),
    /** Step of the introduction tour where the person stopped; null before the first time. */
    tourStep: integer(),
    tourDoneAt: instant(),
    refusedReason: text(),
    /** Practice staff saw that the owner is 12 or older, where the birth date does not say so for certain. */
    ageSeenAt: instant(),
    ageSeenBy: text(),
    ageSeenByName: text(),
    /** Why practice staff or a clinician closed the account; null when its owner did, or nobody. */
    closedReason: text().$type<"wrong_person">(),
    createdAt: instant().notNull(),
    closedAt: instant(),
    /** Grows with every decision of practice staff; a decision names the version it was taken on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("client_accounts_email").on(t.environmentId, t.emailKey),
    uniqueIndex("client_accounts_bsn").on(t.environmentId, t.bsnIndex),
    index("client_accounts_person").on(t.environmentId, t.personId),
    index("client_accounts_state").on(t.environmentId, t.state),
  ],
);

/** Answers to the terms of an environment, with the hash of the text that was shown. */
export const clientTerms = table(
  "client_terms",
  {
    id: id(),
    accountId: text()
      .notNull()
      .references(() => clientAccounts.id),
    version: integer().notNull(),
    hash: text().notNull(),
    accepted: boolean().notNull(),
    answeredAt: instant().notNull(),
    sessionId: text().notNull(),
  },
  (t) => [index("client_terms_account").on(t.accountId)],
);

/** What a client was writing when the session ended; kept for a day, given back on the page it was written on (F5). */
export const clientDrafts = table(
  "client_drafts",
  {
    id: id(),
    accountId: text()
      .notNull()
      .references(() => clientAccounts.id),
    /** Whom the form is about (`aboutOf`). */
    about: text().notNull().default(""),
    /** Which form, and about what: `request:<part>`. */
    place: text().notNull(),
    /** Sealed JSON of the fields. */
    fields: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("client_drafts_place").on(t.accountId, t.about, t.place)],
);

/**
 * That practice staff matched an account to a person of the records, and whether that was undone: the receipt. Rows are
 * added, and get their undoing; never changed otherwise.
 */
export const clientMatches = table(
  "client_matches",
  {
    id: id(),
    environmentId: text().notNull(),
    accountId: text()
      .notNull()
      .references(() => clientAccounts.id),
    personId: text().notNull(),
    matchedAt: instant().notNull(),
    matchedBy: text().notNull(),
    matchedByName: text().notNull(),
    /** JSON list of what differed from the record and was checked nevertheless (`Difference`). */
    checked: text().notNull(),
    undoneAt: instant(),
    undoneBy: text(),
    undoneByName: text(),
    /** Sealed reason. */
    undoneReason: text(),
  },
  (t) => [index("client_matches_account").on(t.accountId), index("client_matches_person").on(t.personId)],
);

/**
 * A number by which DigiD opened an account of a record that was not its owner's: it opens no new account of that record
 * by itself. Rows are only added.
 */
export const clientBarredNumbers = table(
  "client_barred_numbers",
  {
    id: id(),
    environmentId: text().notNull(),
    /** The account whose match was undone. */
    accountId: text()
      .notNull()
      .references(() => clientAccounts.id),
    personId: text().notNull(),
    bsnIndex: text().notNull(),
    barredAt: instant().notNull(),
  },
  (t) => [index("client_barred_numbers_person").on(t.personId, t.bsnIndex)],
);
