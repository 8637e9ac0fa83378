import type { Answer, Party, Relation } from "./register.ts";

export type Outcome = "pass" | "fail" | "unknown";
export type Evidence = Record<string, string | string[] | null>;

/** What an applicant entered that the register can be asked about. */
export type Entered = {
  agbPractitioner: string;
  agbPractice: string;
  firstName: string;
  lastName: string;
  practiceEmail: string;
};
/** What the register said about a request on one day. */
export type RegisterAnswers = {
  /** Reference date, `YYYY-MM-DD`. */
  on: string;
  practitioner: Answer<Party>;
  practice: Answer<Party>;
  practitionerRelations: Answer<Relation[]>;
  practiceRelations: Answer<Relation[]>;
  /** Organisations the practice belongs to today: their contacts count as contacts of the practice. */
  parents: Party[];
};
