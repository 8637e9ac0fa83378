import { currentAuthorization } from "#app/professionals/joining/authorization/issue.server.ts";
import { canMake } from "#app/platform/cases/kind.ts";
import { accountName } from "#app/platform/doors/names.server.ts";
import { openQuestions } from "#app/professionals/joining/answer.server.ts";
import {
  currentChecks,
  missingGates,
  neverAccepted,
  phonesIn,
  type CheckRow,
} from "#app/professionals/joining/checks.server.ts";
import { allCareGroups } from "#app/professionals/joining/care-groups.server.ts";
import { mobileOf, requestById, type RequestRow } from "#app/professionals/joining/request.server.ts";
import { maskedMobile } from "#app/shared/fields/telephone.ts";
import { othersOf } from "#app/professionals/joining/same-codes.server.ts";
import { storyOf } from "#app/professionals/joining/story.server.ts";
import { type Step, transitions } from "#app/professionals/joining/transitions.ts";
import type { Rule } from "#app/professionals/joining/agb/rules.ts";
import { invitationOfRequest } from "./invitation.server.ts";
import { deadlineOf } from "./queue.server.ts";

const STEPS = [
  "take_up",
  "ask",
  "call_back",
  "accept_check",
  "refresh_checks",
  "send_authorization",
  "approve",
  "reject",
  "sign_again",
  "send_activation",
  "invite_again",
] as const;
const canRenewIn: RequestRow["state"][] = ["authorization_sent", "expired"];
const OPEN: Rule[] = ["practitioner_known", "practitioner_active", "practitioner_qualified"];

/** One request as the desk sees it: entered beside register, checks, story, and what can be done now. @throws NotFound */
export async function caseOf(id: string) {
  const row = await requestById(id);
  const checks = await currentChecks(id);
  const can = Object.fromEntries(STEPS.map((step) => [step, canMake(transitions, step, row.state)])) as Record<
    (typeof STEPS)[number] & Step,
    boolean
  >;
  const invitation = await invitationOfRequest(row);
  // After the approval the register is asked again before a call about the account, and for nothing else.
  if (row.state === "completed") can.refresh_checks = invitation?.state === "lapsed" || invitation?.state === "active";
  const taken = row.takenBy ? await accountName(row.takenBy) : null;
  const groups = allCareGroups();
  const { number, state, version, connected, recordSystem, practiceKind, submittedAt, signedAt, reason } = row;
  return {
    ...{ id, number, state, version, connected, recordSystem, practiceKind, submittedAt, signedAt, reason, can },
    deadline: deadlineOf(row),
    promised: row.promiseOn !== null,
    takenBy: taken?.name ?? null,
    name: `${row.firstName} ${row.lastName}`,
    practice: row.practiceName,
    beside: beside(row, checks),
    mobile: mobileOf(row) && maskedMobile(mobileOf(row) ?? ""),
    ownEmail: row.ownEmail,
    more: row.more,
    careGroups: [
      ...row.careGroups.map((one) => groups.find((group) => group.id === one)?.name ?? one),
      row.otherCareGroup ?? [],
    ].flat(),
    checks: checks.map((check) => ({ ...check, canAccept: !neverAccepted.includes(check.rule) })),
    missing: missingGates(row, checks),
    phones: phonesIn(checks),
    story: await storyOf(id),
    others: await othersOf(row),
    question: (await openQuestions(id))[0] ?? null,
    /** Something is out for signing, so a new link to it can be mailed. */
    canRenew: (await currentAuthorization(id))?.state === "sent" && canRenewIn.includes(row.state),
    invitation,
  };
}

type Line = {
  field: "agbPractitioner" | "agbPractice" | "firstName" | "lastName" | "practiceEmail";
  entered: string;
  register: string | null;
  rules: Rule[];
};

/** What was entered beside what the register has, with the rules that judge each. */
function beside(row: RequestRow, checks: CheckRow[]): (Line & { match: "pass" | "fail" | "unknown" })[] {
  const evidence = (rule: Rule) => checks.find((check) => check.rule === rule)?.evidence ?? {};
  const say = (...values: (string | string[] | null | undefined)[]) =>
    [...new Set(values.flat())].filter(Boolean).join(", ") || null;
  const person = evidence("name");
  const lines: Line[] = [
    {
      field: "agbPractitioner",
      entered: row.agbPractitioner,
      register: say(evidence("practitioner_known").name),
      rules: [...OPEN, "practitioner_care"],
    },
    { field: "firstName", entered: row.firstName, register: say(evidence("initials").initials), rules: ["initials"] },
    { field: "lastName", entered: row.lastName, register: say(person.name, person.birthName), rules: ["name"] },
    {
      field: "agbPractice",
      entered: row.agbPractice,
      register: say(evidence("practice_known").name, evidence("practice_known").place),
      rules: ["practice_known", "practice_active", "practice_care", "relation"],
    },
    {
      field: "practiceEmail",
      entered: row.practiceEmail,
      register: say(evidence("practice_email").register),
      rules: ["practice_email"],
    },
  ];
  return lines.map((line) => ({ ...line, match: worst(checks.filter((check) => line.rules.includes(check.rule))) }));
}

function worst(rows: CheckRow[]): "pass" | "fail" | "unknown" {
  if (rows.some((row) => row.outcome === "fail")) return "fail";
  return rows.length === 0 || rows.some((row) => row.outcome === "unknown") ? "unknown" : "pass";
}
