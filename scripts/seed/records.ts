import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { importRecords } from "#app/clients/records/import/import.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { letterPdf, wordDocument } from "./records/documents.ts";
import { COURSES } from "./records/parts.data.ts";
import { FIRST, LAST, PEOPLE } from "./records/people.data.ts";
import { seeder } from "./people.ts";

const DAY = 86_400_000;
const moment = (days: number) => new Date(now().getTime() + days * DAY);
const day = (ago: number) => moment(-ago).toISOString().slice(0, 10);
type Line = Record<string, unknown>;

/** Records of invented clients of every environment, through the intake as a sender would use it (docs/records.md). */
export async function inventedRecords(): Promise<void> {
  const work = path.join(config.dataDir, "seed-records");
  for (const environment of Object.keys(PEOPLE)) {
    const folder = path.join(work, environment);
    const takenBack = await writeDelivery(folder, environment);
    await take(folder);
    if (takenBack.length === 0) continue;
    writeFiles(`${folder}-back`, environment, { "parts.jsonl": takenBack });
    await take(`${folder}-back`);
  }
  rmSync(work, { recursive: true });
}

async function take(folder: string): Promise<void> {
  const result = await importRecords(seeder, folder);
  if (result.outcome === "refused" || result.leftOut > 0)
    throw new Error(`The invented records did not come in: ${JSON.stringify(result)}`);
}

/** Writes a delivery, and returns the lines that take back what its sender did not mean to send. */
async function writeDelivery(folder: string, environment: string): Promise<Line[]> {
  mkdirSync(path.join(folder, "files"), { recursive: true });
  const told = PEOPLE[environment] ?? [];
  const persons: Line[] = [...told, ...(environment === "getij" ? crowd() : [])];
  const treatments: Line[] = [];
  const parts: Line[] = [];
  const takenBack: Line[] = [];
  for (const { id: person } of told) {
    for (const [at, course] of (COURSES[person] ?? []).entries()) {
      const id = `${person}-T${at + 1}`;
      const until = course.until === undefined ? {} : { until: day(course.until) };
      treatments.push({
        id,
        person,
        name: course.name,
        department: course.department,
        from: day(course.from),
        ...until,
      });
      for (const [n, part] of course.parts.entries()) {
        const { ago, document, text, mishap, ...rest } = part;
        const line = { id: `${id}-${n + 1}`, person, treatment: id, date: day(ago), ...rest };
        const withdrawn = { at: now().toISOString(), why: "other_person" };
        if (mishap === "withdrawn") takenBack.push({ id: line.id, person, withdrawn });
        if (!document) parts.push({ ...line, ...(text ? { text } : {}) });
        else {
          const file = `${part.title.replace(/\W+/g, "-")}-${day(ago)}-${n}.${document}`;
          const bytes = document === "pdf" ? await letterPdf(part, moment(-ago)) : wordDocument(part);
          writeFileSync(path.join(folder, "files", file), mishap === "damaged" ? bytes.subarray(200) : bytes);
          parts.push({ ...line, file });
        }
      }
    }
  }
  const appointments = told.flatMap(({ id }, at) => appointmentsOf(environment, id, at));
  writeFiles(folder, environment, {
    "persons.jsonl": persons,
    "treatments.jsonl": treatments,
    "appointments.jsonl": appointments,
    "parts.jsonl": parts,
  });
  return takenBack;
}

function writeFiles(folder: string, environment: string, files: Record<string, Line[]>): void {
  mkdirSync(folder, { recursive: true });
  const listed: Record<string, { lines: number; sha256: string }> = {};
  for (const [name, lines] of Object.entries(files)) {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    writeFileSync(path.join(folder, name), text);
    listed[name] = { lines: lines.length, sha256: sha256(text) };
  }
  const manifest = { format: 1, environment, madeAt: now().toISOString(), files: listed };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
}

/** Of some the population register knows the birth date in part, and one has one name. */
const BORN_IN_PART: Record<number, string> = { 24: "1950-00-00", 26: "1962-06-00" };
const ONE_NAME = 26;

/** Clients of whom nothing more is told, so that lists have a length. */
function crowd(): Line[] {
  return Array.from({ length: 30 }, (_, n) => ({
    id: `C-${2001 + n}`,
    firstName: n === ONE_NAME ? "" : FIRST[n % FIRST.length],
    lastName: LAST[(n * 3) % LAST.length],
    birthDate: BORN_IN_PART[n] ?? `${1950 + ((n * 7) % 50)}-0${1 + (n % 9)}-1${n % 10}`,
    clinicians: [{ code: n % 2 === 0 ? "BEH-001" : "BEH-002", from: "2025-09-01" }],
  }));
}

const HOURS = ["09:30", "11:00", "14:15", "15:45"];

function appointmentsOf(environment: string, person: string, at: number): Line[] {
  const practice = environment === "delinde";
  const home = environment === "buurtkring";
  const weeks = home ? [1] : practice ? [-3, 2] : [-9, -7, -5, -3, -1, 1, 3, 6];
  return weeks.map((week, n) => {
    // A Tuesday or Thursday, at an hour by the Dutch clock in winter.
    const date = moment(week * 7 + ((2 + (n % 2) * 2 - moment(week * 7).getUTCDay() + 7) % 7));
    const startsAt = `${date.toISOString().slice(0, 10)}T${HOURS[(at + n) % HOURS.length] ?? "10:00"}:00+01:00`;
    const video = n % 4 === 2;
    return {
      id: `${person}-A${n + 1}`,
      person,
      state: week === 6 ? "cancelled" : "planned",
      startsAt,
      minutes: practice ? 10 : 45,
      kind: home ? "Huisbezoek" : practice ? "Controle" : "Gesprek",
      withWhom: home
        ? "Riet Kolk"
        : practice
          ? "Anna Maria van den Berg"
          : at === 1
            ? "Youssef Amrani"
            : "Karin Molenaar",
      how: video ? "video" : "visit",
      ...(video || home
        ? {}
        : { location: practice ? "De Linde, kamer 2" : "Het Getij, Kade 4", address: "Kade 4, 1234 AB Waterdam" }),
      ...(week === 1 ? { preparation: "Neem uw vragen mee. U mag iemand meenemen." } : {}),
    };
  });
}
