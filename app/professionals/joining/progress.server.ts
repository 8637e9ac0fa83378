import { reminderSchedule } from "#app/professionals/joining/authorization/remind.server.ts";
import { currentAuthorization } from "#app/professionals/joining/authorization/issue.server.ts";
import { lastSigned } from "#app/professionals/joining/authorization/standing.server.ts";
import { canMake } from "#app/platform/cases/kind.ts";
import { dueNow } from "#app/platform/cases/step.server.ts";
import { dutchDate } from "#app/shared/clock.server.ts";
import { openQuestions } from "./answer.server.ts";
import { currentChecks } from "./checks.server.ts";
import { askedOn, questionSchedule } from "./clock/questions.server.ts";
import type { RequestRow } from "./request.server.ts";
import { invitationOfRequest } from "./review/invitation.server.ts";
import { storyOf } from "./story.server.ts";
import { overStates, transitions } from "./transitions.ts";

/** What the applicant may know of the own request: states, dates, what is waited for. No evidence, no notes of the desk. */
export async function progressOf(request: RequestRow) {
  const { id, number, state, submittedAt, targetOn, promiseOn } = request;
  // What our own records hold of accounts and practices stays at the desk (A01): anybody may have typed this address.
  const checks = (await currentChecks(id)).filter((row) => row.source !== "own_records");
  const story = await storyOf(id);
  const [question] = state === "info_requested" ? await openQuestions(id) : [];
  return {
    number,
    state,
    submittedAt,
    // Nothing is waited for any more: no date is promised.
    targetOn: overStates.includes(state) ? null : targetOn,
    promiseOn: overStates.includes(state) ? null : dueNow(promiseOn, request.pausedOn),
    reason: state === "rejected" ? request.reason : null,
    checks: checks.map((row) => ({
      rule: row.rule,
      outcome: row.outcome === "pass" ? ("pass" as const) : row.acceptedAt ? ("accepted" as const) : ("open" as const),
      source: row.source,
      on: row.referenceDate,
    })),
    called: checks.some((row) => row.rule === "call_back"),
    story: story
      .filter((event) => event.shown)
      .map(({ id: key, kind, at, note, actorName }) => ({ key, kind, at, note, by: by(actorName, kind) })),
    question: question ? { field: question.field, words: question.question } : null,
    schedule: await scheduleOf(request),
    signed: await lastSigned(id),
    /** The document may be mailed once more, by the applicant too. */
    canRenew: state === "expired" && (await currentAuthorization(id))?.state === "sent",
    account: (await invitationOfRequest(request))?.state ?? null,
    canWithdraw: canMake(transitions, "withdraw", state),
  };
}

const BY_APPLICANT = [
  "submitted",
  "answered",
  "withdrawn",
  "signed",
  "declined",
  "care_groups_corrected",
  "person_corrected",
  "invitation_asked",
];

// Names of people at the desk stay at the desk.
function by(actorName: string, kind: string): "you" | "desk" | "system" {
  if (BY_APPLICANT.includes(kind)) return "you";
  return actorName === "clock" ? "system" : "desk";
}

/** When reminders go out and until when the request waits. */
async function scheduleOf(request: RequestRow) {
  if (request.state === "info_requested") {
    const asked = await askedOn(request.id);
    return asked ? { kind: "question" as const, ...questionSchedule(asked) } : null;
  }
  if (request.state !== "authorization_sent") return null;
  const authorization = await currentAuthorization(request.id);
  if (!authorization) return null;
  const { reminders, lapsesAt } = reminderSchedule(authorization.sentAt);
  return { kind: "signature" as const, reminders, closesOn: dutchDate(lapsesAt) };
}
