import { today } from "#app/shared/clock.server.ts";
import { addWorkingDays } from "#app/platform/settings/working-days.server.ts";

/** Working days in which the desk aims to have looked at a request. */
const TARGET_DAYS = 2;

/** Day by which the desk aims to have looked at a request that comes in today, `YYYY-MM-DD`. */
export function targetDay(): string {
  return addWorkingDays(today(), TARGET_DAYS);
}

/** What a request gets that goes back to the desk after its signature: no promise any more, and a target from today. */
export function unsigned(): { signedAt: null; promiseOn: null; targetOn: string } {
  return { signedAt: null, promiseOn: null, targetOn: targetDay() };
}
