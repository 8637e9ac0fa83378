/** One event of a calendar file. */
export type CalendarEvent = {
  /** Stays the same for the same appointment, so that a calendar replaces it (RFC 5545, 3.8.4.7). */
  uid: string;
  /** Dutch local time, `20261127T140000`. */
  start: string;
  end: string | null;
  /** UTC moments of writing and of the last change. */
  stamp: Date;
  changedAt: Date;
  summary: string;
  description: string;
  cancelled: boolean;
};

const ZONE = "Europe/Amsterdam";
/** Dutch time with the rules of the European Union, for calendars that do not know the zone by name (3.6.5). */
const TIME_ZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A file that calendars take in, of one event (RFC 5545). */
export function calendarFile(event: CalendarEvent): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Zorgpoort//Afspraak//NL",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...TIME_ZONE,
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART;TZID=${ZONE}:${event.start}`,
    ...(event.end ? [`DTEND;TZID=${ZONE}:${event.end}`] : []),
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    "CLASS:PRIVATE",
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

const utc = (moment: Date) =>
  moment
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replace(/[-:]/g, "");

/** Text in which separators are only signs (3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** A line of at most 75 bytes, the rest on lines that start with a space; never inside a character (3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const sign of line) {
    if (Buffer.byteLength(current + sign) > 75) {
      lines.push(current);
      current = " ";
    }
    current += sign;
  }
  return [...lines, current].join("\r\n");
}
