import type { ReportGroups } from "#db/schema/practices.ts";

/** A practice in which an account works, with what it may there today. Made by `rights/evaluate.server.ts` alone. */
export type PracticeRights = {
  practiceId: string;
  name: string;
  agb: string;
  kind: "gp" | "pharmacy" | "group";
  role: "practitioner" | "employee";
  reports: boolean;
  patientDetails: boolean;
  reportGroups: ReportGroups;
  /** Report groups in which patient details are open too. */
  detailGroups: ReportGroups;
  /** Authorizations on which this rests; empty when nothing is open. */
  authorizationIds: string[];
};

type Facts = { requestId?: string; address?: string; client?: string };

/** Somebody with a whole session. */
export type AccountActor = Facts & {
  kind: "account";
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  language: "nl" | "en" | null;
  operatorRole: "agent" | "supervisor" | "data_manager" | "auditor" | null;
  agb: string | null;
  /** When the second factor was last given in this session. */
  factorAt: Date;
  factorKind: "sms" | "mail" | "app" | "recovery" | "digid";
  termsAccepted: boolean;
  practices: PracticeRights[];
  /** Set where the account acts for a client environment. */
  staff?: StaffPlace;
};
/** Where somebody works on the client side, and as what. */
export type StaffPlace = { environmentId: string; role: "clinician" | "staff"; clinicianCode: string | null };
/** Why somebody acts for a client who is another person: which relation, of which kind, and until when. */
export type Relation = { id: string; kind: string; endsAt: Date | null };
/**
 * A client with a session in one environment. Who acts and whose data are concerned are two fields: the same person, or
 * null while the person is not matched yet, unless a relation proven for this request leads to somebody else.
 */
export type ClientActor = Facts & {
  kind: "client";
  environmentId: string;
  accountId: string;
  sessionId: string;
  name: string;
  language: "nl" | "en" | null;
  /** The acting person in the records of the environment. */
  personId: string | null;
  /** The client whose data are concerned. */
  clientId: string | null;
  /** By which the account acts for somebody else; null for oneself. */
  relation: Relation | null;
  way: "digid" | "mail";
  level: number | null;
  knownDevice: boolean;
  /** False: waits for the terms in force. */
  termsAccepted: boolean;
  /** Start of the session before this one; null at the first. */
  previousSignInAt: Date | null;
  /** When the session ends by itself at the latest. */
  expiresAt: Date;
};
/** Somebody who works for an environment, signed in with an app code or stronger. */
export type StaffActor = AccountActor & { staff: StaffPlace };
/** Somebody who came by a mailed link: applicant (request) or signer (authorization). */
export type LinkActor = Facts & { kind: "link"; role: "applicant" | "signer"; subjectId: string; name: string };
/** Nobody known. */
export type StrangerActor = Facts & { kind: "stranger" };
/** The clock or a command; `onBehalfOf` is the account of the supervisor who asked for what a command does. */
export type SystemActor = Facts & { kind: "system"; name: string; onBehalfOf?: string };

export type Actor = AccountActor | ClientActor | LinkActor | StrangerActor | SystemActor;
