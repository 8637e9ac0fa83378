import { dutchDate, now, today } from "#app/shared/clock.server.ts";
import { addWorkingDays } from "#app/platform/settings/working-days.server.ts";
import { ANSWER_DAYS } from "./change.ts";

/** Day on which a change that is asked on this day is answered at the latest, both `YYYY-MM-DD`. */
export const answerBy = (askedOn: string) => addWorkingDays(askedOn, ANSWER_DAYS);

/** Whether there is time left to answer before this appointment; whoever is later calls. */
export const mayBeAsked = ({ startsAt, state }: { startsAt: Date; state: string }) =>
  state === "planned" && startsAt > now() && dutchDate(startsAt) > answerBy(today());
