import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { lookAtAppointment } from "#app/clients/records/read/appointments.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { dutchDate, dutchHour, now } from "#app/shared/clock.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { calendarFile } from "./calendar-file.ts";
import { texts } from "./texts.ts";

/** An appointment for the client's own calendar. It says nothing of health: others may see a calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const one = await lookAtAppointment(actor, environment, params.appointment, "calendar");
  const { calendarSummary, calendarNote } = pick(texts, actor.language ?? languageOf(request)).appointments;
  const text = calendarFile({
    uid: one.id,
    start: dutchTime(one.startsAt),
    end: one.minutes === null ? null : dutchTime(new Date(one.startsAt.getTime() + one.minutes * 60_000)),
    stamp: now(),
    changedAt: one.changedAt,
    summary: calendarSummary,
    description: calendarNote,
    cancelled: one.cancelled,
  });
  const name = "afspraak.ics";
  return fileAnswer({ name, mediaType: "text/calendar; charset=utf-8", bytes: Buffer.from(text) }, "attachment");
}

/** Dutch time is whole hours from UTC, so that minutes are the same. */
function dutchTime(moment: Date): string {
  const hour = String(dutchHour(moment)).padStart(2, "0");
  const minute = String(moment.getUTCMinutes()).padStart(2, "0");
  return `${dutchDate(moment).replaceAll("-", "")}T${hour}${minute}00`;
}
