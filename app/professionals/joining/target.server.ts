import { lastDay } from "#app/platform/cases/clock.server.ts";
import { today } from "#app/shared/clock.server.ts";

/** Within this the desk aims to have looked at a request. */
const TARGET = { workingDays: 2 };

/** Day by which the desk aims to have looked at a request that comes in today, `YYYY-MM-DD`. */
export function targetDay(): string {
  return lastDay(TARGET, today());
}

/** What a request gets that goes back to the desk after its signature: no promise any more, and a target from today. */
export function unsigned(): { signedAt: null; promiseOn: null; targetOn: string } {
  return { signedAt: null, promiseOn: null, targetOn: targetDay() };
}
