import { runsOn } from "#app/shared/running.ts";
import { initialsMatch, initialsOf, matchingSurname } from "./names.ts";
import type { Entered, Evidence, Outcome, RegisterAnswers } from "./judgement.ts";
import { sameAddress } from "#app/shared/fields/email.ts";
import type { Party } from "./register.ts";
import { judgeRelation } from "./relation.ts";

export const registerRules = [
  "codes",
  "practitioner_known",
  "practitioner_active",
  "practitioner_care",
  "practitioner_qualified",
  "practice_known",
  "practice_active",
  "practice_care",
  "relation",
  "name",
  "initials",
  "practice_email",
  "practice_phone",
] as const;
/** Checks of a request. The first ones rest on the register; the connection is our own, the call-back is made by a person. */
export type Rule = (typeof registerRules)[number] | "connected" | "sign_in_address" | "only_request" | "call_back";
export type Finding = { rule: Rule; outcome: Outcome; evidence: Evidence };

/** Kinds of care that may join, and the qualifications that make somebody entitled to sign (I-04). */
const QUALIFIED: Record<string, string[]> = { "01": ["0101", "0102", "0110"], "02": ["0200", "0201"] };
const LOCUM = "0103";
const PRACTICE_CARE = ["01", "02", "37", "53"];

type Judge = (entered: Entered, answers: RegisterAnswers) => [Outcome, Evidence];
const unknown = (why: string): [Outcome, Evidence] => ["unknown", { why }];
const judged = (good: boolean, evidence: Evidence): [Outcome, Evidence] => [good ? "pass" : "fail", evidence];

/** A rule about one party: unknown without answer, and without a party there is nothing to judge. */
function about(
  which: "practitioner" | "practice",
  judge: (party: Party, on: string, entered: Entered) => [Outcome, Evidence],
): Judge {
  return (entered, answers) => {
    const answer = answers[which];
    if (answer.state === "unreachable") return unknown("unreachable");
    return answer.state === "absent" ? unknown("absent") : judge(answer.value, answers.on, entered);
  };
}
const known =
  (which: "practitioner" | "practice"): Judge =>
  (entered, answers) => {
    const answer = answers[which];
    if (answer.state === "unreachable") return unknown("unreachable");
    if (answer.state === "absent") return ["fail", { why: "absent" }];
    const { name, kind, place } = answer.value;
    return ["pass", { name, kind, place }];
  };
const active = (party: Party, on: string) =>
  judged(runsOn(party, on), { startsOn: party.startsOn, endsOn: party.endsOn });

const judges: Record<(typeof registerRules)[number], Judge> = {
  codes: ({ agbPractitioner, agbPractice }) => {
    const shaped = [agbPractitioner, agbPractice].every((code) => /^\d{8}$/.test(code));
    return judged(shaped && agbPractitioner !== agbPractice, { agbPractitioner, agbPractice });
  },
  practitioner_known: known("practitioner"),
  practitioner_active: about("practitioner", active),
  practitioner_care: about("practitioner", ({ careKind }) => judged(careKind in QUALIFIED, { careKind })),
  practitioner_qualified: about("practitioner", ({ careKind, qualifications }) => {
    const good = qualifications.some((code) => QUALIFIED[careKind]?.includes(code));
    return judged(good, { qualifications, why: !good && qualifications.includes(LOCUM) ? "locum_only" : null });
  }),
  practice_known: known("practice"),
  practice_active: about("practice", active),
  practice_care: about("practice", ({ careKind }) => judged(PRACTICE_CARE.includes(careKind), { careKind })),
  relation: judgeRelation,
  name: about("practitioner", ({ name, birthName }, _on, { lastName }) => {
    const matched = matchingSurname(lastName, { name, birthName });
    return judged(matched !== null, { entered: lastName, name, birthName, matched });
  }),
  initials: about("practitioner", ({ initials }, _on, { firstName }) => {
    if (!initials) return unknown("no_initials");
    return judged(initialsMatch(firstName, initials), { entered: initialsOf(firstName), initials });
  }),
  practice_email: (entered, answers) => {
    const emails = contacts(answers, "email");
    if (emails === null) return unknown("unreachable");
    if (emails.length === 0) return unknown("no_email");
    const same = emails.some((email) => sameAddress(email, entered.practiceEmail));
    return judged(same, { entered: entered.practiceEmail, register: emails });
  },
  practice_phone: (_entered, answers) => {
    const phones = contacts(answers, "phone");
    if (phones === null) return unknown("unreachable");
    return phones.length > 0 ? ["pass", { register: phones }] : unknown("no_phone");
  },
};

/** Contacts of the practice and of the organisations it belongs to; null without answer of the register. */
function contacts(answers: RegisterAnswers, field: "email" | "phone"): string[] | null {
  if (answers.practice.state === "unreachable") return null;
  const own = answers.practice.state === "found" ? [answers.practice.value] : [];
  return [...own, ...answers.parents].map((party) => party[field]).filter((one) => one !== null);
}

/** Judges what was entered against the register, one finding per rule, in the order in which the desk reads them. */
export function checkAgainstRegister(entered: Entered, answers: RegisterAnswers): Finding[] {
  return registerRules.map((rule) => {
    const [outcome, evidence] = judges[rule](entered, answers);
    return { rule, outcome, evidence };
  });
}

/** The telephone numbers under which the register knows the practice, best first. */
export function registerPhones(answers: RegisterAnswers): string[] {
  return contacts(answers, "phone") ?? [];
}
