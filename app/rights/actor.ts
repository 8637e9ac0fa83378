/** A practice in which an account works, with what it may there today. Made by `rights/evaluate.server.ts` alone. */
export type PracticeRights = {
  practiceId: string;
  name: string;
  agb: string;
  kind: "gp" | "pharmacy" | "group";
  role: "practitioner" | "employee";
  reports: boolean;
  patientDetails: boolean;
  /** Programmes of which reports are open; empty means all. */
  reportGroups: string[];
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
  termsAccepted: boolean;
  practices: PracticeRights[];
};
/** Somebody who came by a mailed link: applicant (request) or signer (authorization). */
export type LinkActor = Facts & { kind: "link"; role: "applicant" | "signer"; subjectId: string; name: string };
/** Nobody known. */
export type StrangerActor = Facts & { kind: "stranger" };
/** The clock or a command. */
export type SystemActor = Facts & { kind: "system"; name: string };

export type Actor = AccountActor | LinkActor | StrangerActor | SystemActor;
