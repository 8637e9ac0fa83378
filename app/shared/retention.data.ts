const DAY_MS = 86_400_000;
const YEAR = 365;

/** How long rows of a table are kept: so many days after something, as long as another row, or as the sentence says. */
type Line = { why: string } & ({ days: number; after: string; by: string | null } | { as: string } | { kept: string });

const PROOF = "proof of who did what, and when";
const LAW_RECORD = "a record is kept 20 years after its last change (Wgbo, article 454)";

/**
 * The one table of how long things are kept: every table of the database has a line, and those who remove rows take their
 * term from it. `by` is the job of `app/jobs/list.server.ts` that does it; null means that no job does yet.
 * `docs/retention.md` is made from it: `npm run retention`.
 */
export const retention = {
  // platform/doors
  accounts: { kept: "for good; ended ones open nothing", why: "the log names them" },
  doorFactors: { kept: "as long as their owner", why: "a factor is bound to its owner" },
  doorRecoveryCodes: { kept: "as long as their owner", why: "used ones say that they were" },
  attempts: { days: 30, after: "they ran out", by: "identity.attempts", why: "to see what went wrong at the door" },
  codes: { as: "attempts", why: "a code belongs to one attempt" },
  limits: { days: 30, after: "their window began", by: "identity.attempts", why: "no window is longer than a day" },
  links: { days: 30, after: "they ran out", by: null, why: "an old link is told from one that never was" },
  doorSessions: { days: 30, after: "they ran out", by: "doors.sessions", why: "the log keeps who signed in when" },
  doorDevices: { kept: "as long as their owner", why: "a known browser is spared a lock" },
  termsAcceptances: { as: "accounts", why: PROOF },
  digidRequests: { days: 30, after: "they ran out", by: "identity.digid", why: "as long as other attempts" },
  digidAssertions: { days: 1, after: "they ran out", by: "identity.digid", why: "no proof of DigiD counts twice" },

  // platform/audit
  auditLog: { kept: "at least 5 years", why: "NEN 7513; whoever a line is about can ask for it" },
  auditSubjects: { as: "auditLog", why: "persons of a line" },
  auditSealed: { as: "auditLog", why: "the number and the hash of each line" },
  auditSeals: { as: "auditLog", why: "without its seals a line proves nothing" },
  jobRuns: { days: 7, after: "they ran", by: null, why: "a job runs once in each slot" },

  // platform/settings
  settings: { kept: "for good, every revision", why: "what was in force when a letter or terms spoke of it" },
  settingsHead: { as: "settings", why: "one row: the revision in force" },

  // platform/messages and platform/files
  outbox: { days: 30, after: "they were sent", by: null, why: "that it was sent; what it said is wiped at once" },
  devMessages: { kept: "as long as the demo", why: "only a demo or test has it" },
  files: { kept: "as long as what they belong to", why: "what no row knows goes after a day (job files.sweep)" },

  // professionals
  drafts: { days: 14, after: "they were begun", by: "registration.drafts", why: "by then they are sent or given up" },
  registrationRequests: {
    days: YEAR,
    after: "they were rejected, withdrawn or lapsed",
    by: "registration.remove",
    why: "to answer whoever asks why; those that led to an authorization stay with it",
  },
  checkRows: { as: "registrationRequests", why: "what was checked about it" },
  infoQuestions: { as: "registrationRequests", why: "what was asked about it" },
  requestEvents: { as: "registrationRequests", why: "what happened with it" },
  agbParties: { kept: "until the next import of the register", why: "a copy of a public register" },
  agbRelations: { kept: "until the next import of the register", why: "a copy of a public register" },
  caseNumbers: { kept: "for good", why: "the last number of a kind and year, nothing about anybody" },
  authorizations: { days: 7 * YEAR, after: "they ended", by: null, why: "proof of what was agreed" },
  authorizationVersions: { as: "authorizations", why: "each version that was shown" },
  authorizationEvents: { as: "authorizations", why: PROOF },
  signingHandovers: { as: "authorizations", why: "one line for each signature" },
  practices: { kept: "for good", why: "figures name them" },
  connections: { as: "practices", why: "since when a practice delivers" },
  practiceCareGroups: { as: "practices", why: "from when until when" },
  memberships: { as: "practices", why: "who worked where, and until when" },
  employeeRequests: { days: 2 * YEAR, after: "their answer", by: null, why: "who asked for an account, and why" },
  grants: { as: "practices", why: "who gave access to whom, from when until when" },
  nameConsents: { as: "authorizations", why: "a consent rests on the authorization" },
  suggestions: { kept: "no term yet", why: "what people ask for; they name nobody unless the sender does" },

  // reports
  deliveries: { kept: "for good", why: "where each figure came from" },
  deliveryUploads: {
    days: 1,
    after: "they were begun",
    by: "reports.uploads",
    why: "by then the files are checked or given up",
  },
  publishedReleases: { kept: "as long as the period is shown, at most 20 quarters", why: "which file is shown" },
  detailFiles: {
    days: 30,
    after:
      "another delivery took their place; at the latest five quarters after their period, or when the delivery says",
    by: "reports.details",
    why: "rows of patients serve one quarter's work; the line stays, its key and file go",
  },
  detailReasons: { days: 5 * 366, after: "they were given", by: "reports.details", why: "as long as the log must be" },
  reportMarks: { as: "practices", why: "goals and notes of a practice" },
  products: { kept: "until they are taken back", why: "what practices read" },
  productLooks: { as: "products", why: "who read it" },

  // clients
  clientAccounts: { kept: "as long as the record; ended ones open nothing", why: "the log names them" },
  clientTerms: { as: "clientAccounts", why: PROOF },
  clientDrafts: { days: 1, after: "they were saved", by: "clients.drafts", why: "by then they are sent or given up" },
  clientMatches: { as: "clientAccounts", why: "proof of who linked a client to a record, and on what" },
  clientBarredNumbers: { as: "clientAccounts", why: "a number that must not link again, as a keyed index only" },
  people: { kept: "as long as its sender keeps the record", why: LAW_RECORD },
  careRelations: { as: "people", why: "who treats the client" },
  appointments: { as: "people", why: LAW_RECORD },
  treatments: { as: "people", why: LAW_RECORD },
  recordParts: { as: "people", why: LAW_RECORD },
  recordPartVersions: { as: "people", why: "what a request or a remark is about must stay readable" },
  recordLinks: { as: "people", why: PROOF },
  partRemarks: { as: "people", why: "the client's own words beside the record" },
  partBlocks: { as: "people", why: "what is shielded from whoever looks on the client's behalf" },
  partHolds: { as: "people", why: "ended ones too: the client reads who held what" },
  recordIntakes: { days: YEAR, after: "they came to an end", by: "records.intakes", why: "to answer the sender" },
  recordIntakeRemarks: { as: "recordIntakes", why: "what did not come in" },
  environmentStaff: { kept: "for good; ended ones open nothing", why: "who worked for an environment, and until when" },
  clientRequests: {
    days: YEAR,
    after: "their answer, where practice staff gave it; about the record as long as `people`",
    by: "requests.remove",
    why: "as requests that came to nothing; a refusal about the record, with its reason, belongs to it",
  },
} satisfies Record<string, Line>;

type Table = keyof typeof retention;
type Timed = { [T in Table]: (typeof retention)[T] extends { days: number } ? T : never }[Table];

/** How long rows of a table are kept, in milliseconds. */
export function keptMs(table: Timed): number {
  return retention[table].days * DAY_MS;
}
