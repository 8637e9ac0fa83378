import { remindClinicians, remindStaff } from "#app/clients/requests/remind.server.ts";
import { removeOldRequests as removeOldClientRequests } from "#app/clients/requests/remove-old.server.ts";
import { removeOldClientDrafts } from "#app/clients/accounts/remove-old.server.ts";
import { removeOldQuestions } from "#app/platform/doors/digid/remove-old.server.ts";
import { endAccounts } from "#app/platform/doors/end-accounts.server.ts";
import { removeOldSessions } from "#app/platform/doors/own-sessions.server.ts";
import { removeOldAttempts } from "#app/platform/doors/remove-old.server.ts";
import { tellUnfinished } from "#app/platform/doors/tell-unfinished.server.ts";
import { sealAndShow } from "#app/platform/audit/seal.server.ts";
import {
  lapseAuthorizations,
  remindSigners,
  voidWithdrawn,
} from "#app/professionals/joining/authorization/remind.server.ts";
import { sweepFiles } from "#app/platform/files/sweep.server.ts";
import { escalateRequests } from "#app/professionals/joining/clock/escalate.server.ts";
import { followQuestions } from "#app/professionals/joining/clock/questions.server.ts";
import { removeOldIntakes } from "#app/clients/records/import/report.server.ts";
import { removeOldRequests } from "#app/professionals/joining/clock/remove-old.server.ts";
import { recheckChanged } from "#app/professionals/joining/review/refresh-checks.server.ts";
import { removeUploads } from "#app/reports/intake/remove-uploads.server.ts";
import { removeDetails } from "#app/reports/patients/retention.server.ts";
import { removeOldDrafts } from "#app/professionals/joining/start-draft.server.ts";
import { now } from "#app/shared/clock.server.ts";

const clock = { kind: "system", name: "clock" } as const;

export type Job = {
  name: string;
  /** How often: each slot of this length runs once. */
  every: "minute" | "five_minutes" | "hour" | "day";
  run: () => Promise<unknown>;
};

/** All calendar work, in the order in which it runs. */
export const jobs: Job[] = [
  { name: "registration.recheck", every: "minute", run: () => recheckChanged(clock) },
  { name: "registration.questions", every: "hour", run: () => followQuestions(clock) },
  { name: "registration.escalate", every: "hour", run: () => escalateRequests(clock) },
  { name: "registration.remove", every: "day", run: () => removeOldRequests(clock) },
  { name: "registration.drafts", every: "day", run: () => removeOldDrafts(now()) },
  { name: "authorization.void", every: "hour", run: () => voidWithdrawn(clock) },
  { name: "authorization.lapse", every: "hour", run: () => lapseAuthorizations(clock, now()) },
  { name: "authorization.remind", every: "hour", run: () => remindSigners(clock, now()) },
  { name: "corrections.remind", every: "day", run: () => remindClinicians(clock) },
  { name: "changes.remind", every: "day", run: () => remindStaff(clock) },
  { name: "requests.remove", every: "day", run: () => removeOldClientRequests(clock) },
  { name: "records.intakes", every: "day", run: () => removeOldIntakes(clock) },
  { name: "reports.details", every: "day", run: () => removeDetails(clock) },
  { name: "reports.uploads", every: "five_minutes", run: () => removeUploads(clock) },
  { name: "files.sweep", every: "day", run: sweepFiles },
  { name: "identity.unfinished", every: "minute", run: tellUnfinished },
  { name: "identity.attempts", every: "day", run: removeOldAttempts },
  { name: "identity.digid", every: "day", run: removeOldQuestions },
  { name: "clients.drafts", every: "hour", run: removeOldClientDrafts },
  { name: "doors.sessions", every: "day", run: removeOldSessions },
  { name: "identity.end", every: "hour", run: endAccounts },
  { name: "audit.seal", every: "five_minutes", run: () => sealAndShow() },
  { name: "audit.seal_late", every: "day", run: () => sealAndShow({ all: true }) },
];
