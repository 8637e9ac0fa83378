import { id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

/** Permission of one practitioner for one practice to load and show its reports. All versions stay. */
export const authorizations = table(
  "authorizations",
  {
    id: id(),
    state: text().$type<"sent" | "in_force" | "superseded" | "withdrawn" | "ended" | "void">().notNull(),
    requestId: text().notNull(),
    agbPractitioner: text().notNull(),
    agbPractice: text().notNull(),
    /** Names as they stand in the document. */
    practitionerName: text().notNull(),
    practiceName: text().notNull(),
    /** Known from the approval on. */
    practiceId: text(),
    accountId: text(),
    version: integer().notNull(),
    /** When the link now in use was mailed. */
    sentAt: instant().notNull(),
    signedAt: instant(),
    /** When it stopped being in force, and why. */
    endedAt: instant(),
    endedReason: text(),
    /** Code on the document for the check page. */
    checkCode: text().notNull(),
  },
  (t) => [
    uniqueIndex("authorizations_check").on(t.checkCode),
    index("authorizations_request").on(t.requestId),
    index("authorizations_practice").on(t.practiceId),
    index("authorizations_account").on(t.accountId),
  ],
);

/** One version of the document: exactly the bytes that were shown, and after signing the sealed file and its evidence. */
export const authorizationVersions = table(
  "authorization_versions",
  {
    id: id(),
    authorizationId: text()
      .notNull()
      .references(() => authorizations.id),
    version: integer().notNull(),
    fields: json().$type<{ label: string; value: string }[]>().notNull(),
    /** The words of the document as they were painted, for the page beside it. */
    words: json().$type<unknown>().notNull(),
    documentFile: text().notNull(),
    documentHash: text().notNull(),
    createdAt: instant().notNull(),
    sealedFile: text(),
    sealedHash: text(),
    evidenceFile: text(),
    evidenceHash: text(),
    /** Signed JSON that names the hash, for machines. */
    evidence: text(),
    signedName: text(),
    signedAt: instant(),
  },
  (t) => [
    uniqueIndex("authorization_versions_version").on(t.authorizationId, t.version),
    index("authorization_versions_sealed").on(t.sealedHash),
    index("authorization_versions_evidence").on(t.evidenceHash),
  ],
);

/** What happened to an authorization, in order: the story that the evidence tells. */
export const authorizationEvents = table(
  "authorization_events",
  {
    id: id(),
    authorizationId: text()
      .notNull()
      .references(() => authorizations.id),
    version: integer().notNull(),
    at: instant().notNull(),
    kind: text()
      .$type<
        | "sent"
        | "opened"
        | "consent"
        | "code_sent"
        | "code_wrong"
        | "code_right"
        | "signed"
        | "corrected"
        | "declined"
        | "reminded"
        | "renewed"
        | "lapsed"
        | "voided"
        | "bound"
        | "superseded"
        | "withdrawn"
        | "ended"
      >()
      .notNull(),
    actorName: text(),
    address: text(),
    client: text(),
    /** Such as a channel, a typed name or a masked address. */
    detail: text(),
  },
  (t) => [index("authorization_events_authorization").on(t.authorizationId)],
);

/** A code that the desk reads out at the call-back, for a signer without a mobile number. */
export const signingHandovers = table("signing_handovers", {
  requestId: text().primaryKey(),
  hash: text().notNull(),
  tries: integer().notNull().default(0),
  createdAt: instant().notNull(),
  usedAt: instant(),
});

/** An encrypted file in the file store. */
export const files = table("files", {
  id: id(),
  kind: text().notNull(),
  name: text().notNull(),
  mediaType: text().notNull(),
  size: integer().notNull(),
  /** SHA-256 of the plain bytes. */
  hash: text().notNull(),
  createdAt: instant().notNull(),
});
