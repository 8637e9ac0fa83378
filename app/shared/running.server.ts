import { and, type AnyColumn, gte, isNull, lte, or } from "drizzle-orm";
import { today } from "./clock.server.ts";
import { runsOn } from "./running.ts";

/** Whether something with a first and a last day runs today. */
export const runs = (days: Parameters<typeof runsOn>[0]): boolean => runsOn(days, today());

/** The same as a condition of the query itself. */
export const runsToday = ({ startsOn, endsOn }: { startsOn: AnyColumn; endsOn: AnyColumn }) =>
  and(lte(startsOn, today()), or(isNull(endsOn), gte(endsOn, today())));
