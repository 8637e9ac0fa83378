import { boolean, id, index, instant, integer, table, text, uniqueIndex } from "../columns.ts";

/** Who comes in by a door; what differs between them is the table `owners` of `platform/doors/owners`. */
export type OwnerKind = "account" | "client_account";
/** How a second factor was given, or who proved the person instead. */
export type SessionWay = "sms" | "mail" | "app" | "recovery" | "digid";
/** Whose row it is: the kind of owner and the id in the table of that kind. */
const ownedBy = () => ({ ownerKind: text().$type<OwnerKind>().notNull(), ownerId: text().notNull() });

/**
 * The columns that a door reads and writes in the table of an owner, under these names: whoever is to come in by a password
 * has them. An address that is null signs nobody in.
 */
export const doorColumns = () => ({
  firstName: text().notNull(),
  lastName: text().notNull(),
  email: text(),
  emailKey: text(),
  language: text().$type<"nl" | "en">(),
  passwordHash: text(),
  credentialVersion: integer().notNull().default(1),
  codeFailures: integer().notNull().default(0),
});

/** One person's way in. The user name is the e-mail address; what the person may do stands in memberships, grants and roles. */
export const accounts = table(
  "accounts",
  {
    id: id(),
    state: text().$type<"invited" | "active" | "suspended" | "ended">().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    email: text().notNull(),
    /** The address as compared: lower case, normalised (one person, one account). */
    emailKey: text().notNull(),
    /** Role at the operator; null for people of a practice. */
    operatorRole: text().$type<"agent" | "supervisor" | "data_manager" | "auditor">(),
    /** AGB code of a practitioner; null for everyone else. */
    agb: text(),
    language: text().$type<"nl" | "en">(),
    /** Sealed E.164 mobile number, or null: codes then go by mail. */
    mobile: text(),
    passwordHash: text(),
    /**
     * True after a reset from the mailbox: a mailed code then proves nothing more, so it does not count until another
     * factor has been given (NIST SP 800-63B-4, 3.1.3.1).
     */
    mailCodeOff: boolean().notNull().default(false),
    /** One more with each change of password, factor or rights: what was begun under an older one ends nowhere. */
    credentialVersion: integer().notNull().default(1),
    /** Wrong codes in a row, over all channels and attempts; at 20 all codes are off until bound anew. */
    codeFailures: integer().notNull().default(0),
    /** Version of the general terms that were accepted last. */
    acceptedTerms: text(),
    invitedAt: instant().notNull(),
    activatedAt: instant(),
    /** Last valid day, `YYYY-MM-DD`; acts at midnight Dutch time. */
    endsOn: text(),
    endedReason: text(),
    createdAt: instant().notNull(),
    createdBy: text(),
  },
  (t) => [uniqueIndex("accounts_email").on(t.emailKey), index("accounts_agb").on(t.agb)],
);

/** A half-finished act that waits for a code: sign-in, activation, reset, signing, fresh proof. Only its cookie knows it. */
export const attempts = table(
  "attempts",
  {
    id: id(),
    purpose: text()
      .$type<
        | "sign_in"
        | "activation"
        | "reset"
        | "signing"
        | "fresh"
        | "factor"
        | "handover"
        | "client_sign_up"
        | "client_sign_in"
        | "client_link"
        | "client_reset"
      >()
      .notNull(),
    tokenHash: text().notNull(),
    /** Account or, for signing, authorization. */
    subjectId: text().notNull(),
    /** Version of the account's credentials under which it was begun; null where it hangs on no account. */
    credentialVersion: integer(),
    /** What the attempt carries to its end, such as a sealed new password hash; null when nothing. */
    payload: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    finishedAt: instant(),
    noticeAt: instant(),
  },
  (t) => [uniqueIndex("attempts_token").on(t.tokenHash), index("attempts_subject").on(t.subjectId)],
);

/** A one-time code: six digits, five minutes, five tries, bound to its attempt. */
export const codes = table(
  "codes",
  {
    id: id(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    channel: text().$type<"sms" | "mail" | "handover">().notNull(),
    hash: text().notNull(),
    tries: integer().notNull().default(0),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    replacedAt: instant(),
  },
  (t) => [index("codes_attempt").on(t.attemptId)],
);

/** A one-time link in a mail. Stored as a hash; a newer one for the same purpose and subject replaces the older. */
export const links = table(
  "links",
  {
    id: id(),
    purpose: text()
      .$type<
        | "activation"
        | "reset"
        | "signing"
        | "status"
        | "unlock"
        | "objection"
        | "withdraw"
        | "client_reset"
        | "client_unlock"
      >()
      .notNull(),
    subjectId: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    replacedAt: instant(),
  },
  (t) => [uniqueIndex("links_token").on(t.tokenHash), index("links_subject").on(t.purpose, t.subjectId)],
);

/** A session of whoever it is, from the second factor on; half sessions are `attempts`. */
export const doorSessions = table(
  "door_sessions",
  {
    id: id(),
    tokenHash: text().notNull(),
    ...ownedBy(),
    /** Environment in which it counts; null for the portal of professionals. */
    place: text(),
    way: text().$type<SessionWay>().notNull(),
    /** Level that DigiD reached, 10 to 30; null for every other way. */
    level: integer(),
    /** When a second factor was last given in this session. */
    factorAt: instant().notNull(),
    /** True when this browser was known before. */
    knownDevice: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    endedReason: text(),
    address: text(),
    client: text(),
  },
  (t) => [uniqueIndex("door_sessions_token").on(t.tokenHash), index("door_sessions_owner").on(t.ownerId)],
);

/** A browser that its owner is known by: strangers cannot lock it out. */
export const doorDevices = table(
  "door_devices",
  {
    id: id(),
    ...ownedBy(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** Since then it counts as unknown, until its owner makes it known anew. */
    removedAt: instant(),
  },
  (t) => [uniqueIndex("door_devices_token").on(t.tokenHash, t.ownerId), index("door_devices_owner").on(t.ownerId)],
);

/** A second factor. `failures` are its part of `codeFailures` of its owner, which switches all of them off. */
export const doorFactors = table(
  "door_factors",
  {
    id: id(),
    ...ownedBy(),
    kind: text().$type<"sms" | "mail" | "app">().notNull(),
    /** Sealed secret of an authenticator app. */
    secret: text(),
    lastTimeStep: integer(),
    failures: integer().notNull().default(0),
    boundAt: instant(),
    offAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index("door_factors_owner").on(t.ownerId)],
);

export const doorRecoveryCodes = table(
  "door_recovery_codes",
  {
    id: id(),
    ...ownedBy(),
    hash: text().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index("door_recovery_codes_owner").on(t.ownerId)],
);

/** Counters of tries and sends. `key` and `about` are keyed hashes, so that the table names nobody. */
export const limits = table(
  "limits",
  {
    key: text().primaryKey(),
    /** What is forgotten together, such as all that was counted about one address; null when nothing. */
    about: text(),
    count: integer().notNull(),
    /** Begin of the window; of failures in a row the moment of the last. */
    startedAt: instant().notNull(),
    blockedUntil: instant(),
  },
  (t) => [index("limits_about").on(t.about)],
);

export const termsAcceptances = table(
  "terms_acceptances",
  {
    id: id(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    version: text().notNull(),
    hash: text().notNull(),
    accepted: boolean().notNull(),
    acceptedAt: instant().notNull(),
    sessionId: text(),
  },
  (t) => [index("terms_account").on(t.accountId)],
);

/** A question to DigiD that waits for its answer: bound to one browser and one environment, used once. */
export const digidRequests = table(
  "digid_requests",
  {
    /** The id of the message. */
    id: id(),
    environmentId: text().notNull(),
    browserHash: text().notNull(),
    relayState: text().notNull(),
    purpose: text().$type<"sign_in" | "link">().notNull(),
    minimumLevel: integer().notNull(),
    /** Account that DigiD is to be linked to. */
    accountId: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [uniqueIndex("digid_requests_relay").on(t.relayState)],
);

/** Proofs of DigiD that have counted: none counts twice. */
export const digidAssertions = table("digid_assertions", {
  idHash: text().primaryKey(),
  seenAt: instant().notNull(),
  expiresAt: instant().notNull(),
});
