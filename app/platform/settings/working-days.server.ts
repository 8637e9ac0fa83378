import * as days from "#app/shared/working-days.ts";
import { calendar } from "./in-force.server.ts";

/** Whether the desk works on this date (`YYYY-MM-DD`), by the calendar of the operator. */
export const isWorkingDay = (date: string) => days.isWorkingDay(date, calendar());

/** The date on which `count` working days of the operator have passed, counted from the first after `from`. */
export const addWorkingDays = (from: string, count: number) => days.addWorkingDays(from, count, calendar());

/** Working days of the operator after `from` up to and including `until`; negative when `until` lies before `from`. */
export const workingDaysBetween = (from: string, until: string) => days.workingDaysBetween(from, until, calendar());
