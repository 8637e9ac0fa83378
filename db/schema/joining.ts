import { boolean, id, index, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

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

export type RequestState =
  | "submitted"
  | "in_review"
  | "info_requested"
  | "authorization_sent"
  | "expired"
  | "signed"
  | "completed"
  | "rejected"
  | "withdrawn";

/** What an applicant typed, kept 14 days for the browser that holds the token. Sealed. */
export const drafts = table(
  "drafts",
  {
    id: id(),
    tokenHash: text().notNull(),
    content: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** From then on it holds nothing, and is only known as handed in. */
    handedInAt: instant(),
  },
  (t) => [uniqueIndex("drafts_token").on(t.tokenHash)],
);

/** One practitioner asks to join for one practice. */
export const registrationRequests = table(
  "registration_requests",
  {
    id: id(),
    /** Short number people say on the telephone: `R-2026-0001`. */
    number: text().notNull(),
    state: text().$type<RequestState>().notNull(),
    connected: boolean().notNull(),
    recordSystem: text(),
    /** Not yet connected: agrees that the connection agreement is sent. */
    agreesToConnect: boolean().notNull().default(false),
    agbPractitioner: text().notNull(),
    agbPractice: text().notNull(),
    practiceKind: text().$type<"gp" | "pharmacy" | "group">().notNull(),
    practiceName: text().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    practiceEmail: text().notNull(),
    /** Address to sign in with; null means the practice address. */
    ownEmail: text(),
    /** Answers to fields that nothing is judged by (`more-fields.ts`), by name. */
    more: json().$type<Record<string, string>>(),
    /** Sealed E.164 number or null. */
    mobile: text(),
    careGroups: json().$type<string[]>().notNull(),
    otherCareGroup: text(),
    language: text().$type<"nl" | "en">().notNull(),
    /** Normalised text in which the desk searches. */
    searchText: text().notNull(),
    /** Desk's target before the signature and promise after it, last day `YYYY-MM-DD`. */
    targetOn: text().notNull(),
    promiseOn: text(),
    /** Since when the promise stands still because the applicant is asked, `YYYY-MM-DD`. */
    pausedOn: text(),
    submittedAt: instant().notNull(),
    takenBy: text(),
    signedAt: instant(),
    closedAt: instant(),
    reason: text(),
    accountId: text(),
    /** Grows with every change; a decision names the version it was taken on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("registration_number").on(t.number),
    index("registration_state").on(t.state),
    index("registration_agb").on(t.agbPractitioner, t.agbPractice),
  ],
);

/** One check of a request, as the desk sees it. */
export const checkRows = table(
  "check_rows",
  {
    id: id(),
    requestId: text()
      .notNull()
      .references(() => registrationRequests.id),
    /** Request version the check was made for; older ones stay as history. */
    round: integer().notNull(),
    rule: text().notNull(),
    outcome: text().$type<"pass" | "fail" | "unknown">().notNull(),
    source: text().notNull(),
    checkedAt: instant().notNull(),
    referenceDate: text().notNull(),
    /** Register fields used as evidence, never a birth date. */
    evidence: json().$type<Record<string, unknown>>().notNull(),
    acceptedBy: text(),
    acceptedReason: text(),
    acceptedAt: instant(),
  },
  (t) => [index("check_rows_request").on(t.requestId)],
);

export const infoQuestions = table(
  "info_questions",
  {
    id: id(),
    requestId: text()
      .notNull()
      .references(() => registrationRequests.id),
    field: text().notNull(),
    question: text().notNull(),
    askedBy: text().notNull(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredAt: instant(),
  },
  (t) => [index("info_questions_request").on(t.requestId)],
);

/** The story of a request, in order; both desk and applicant read it (`shown`). */
export const requestEvents = table(
  "request_events",
  {
    id: id(),
    requestId: text()
      .notNull()
      .references(() => registrationRequests.id),
    at: instant().notNull(),
    kind: text().notNull(),
    actorName: text().notNull(),
    note: text(),
    /** False: for the desk only. */
    shown: boolean().notNull(),
  },
  (t) => [index("request_events_request").on(t.requestId)],
);

/** Parties of the AGB register as imported: practitioner (person), organisation, location. */
export const agbParties = table("agb_parties", {
  agb: text().primaryKey(),
  kind: text().$type<"person" | "organisation" | "location">().notNull(),
  name: text().notNull(),
  initials: text(),
  birthName: text(),
  tradeName: text(),
  /** Two digits: kind of care. */
  careKind: text().notNull(),
  qualifications: json().$type<string[]>().notNull(),
  phone: text(),
  email: text(),
  place: text(),
  startsOn: text().notNull(),
  /** Last valid day or null. */
  endsOn: text(),
});

export const agbRelations = table(
  "agb_relations",
  {
    id: id(),
    agbA: text().notNull(),
    agbB: text().notNull(),
    kind: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text(),
  },
  (t) => [index("agb_relations_a").on(t.agbA), index("agb_relations_b").on(t.agbB)],
);
