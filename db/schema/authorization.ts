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
    /** Known from the approval on. */
    practiceId: text(),
    accountId: text(),
    version: integer().notNull(),
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
    fields: json().$type<Record<string, string>>().notNull(),
    documentFile: text().notNull(),
    documentHash: text().notNull(),
    createdAt: instant().notNull(),
    sealedFile: text(),
    sealedHash: text(),
    evidenceFile: text(),
    /** Signed JSON that names the hash, for machines. */
    evidence: text(),
    signedName: text(),
    signedAt: instant(),
  },
  (t) => [uniqueIndex("authorization_versions_version").on(t.authorizationId, t.version)],
);

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
