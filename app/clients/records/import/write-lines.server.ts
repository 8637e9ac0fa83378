import type { Transaction } from "#db/client.server.ts";
import type { ObjectOf } from "#app/platform/audit/events/catalogue.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { partFromOldNumber } from "#app/clients/accounts/number-changed.server.ts";
import { recordFile, type StoredFile } from "#app/platform/files/store.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import type { FileName, Lines, Said } from "./lines.ts";
import { type Ground, type Here, type Refused, whatIsHere, type Written } from "./place.server.ts";
import type { ReadLine } from "./read-folder.server.ts";
import { countIntake, type Counts, type Intake, keepRemark, type Remark } from "./report.server.ts";
import { withdraw } from "./withdraw.server.ts";
import { writeAppointment, writeTreatment } from "./write-content.server.ts";
import { type PartDocument, writePart } from "./write-part.server.ts";
import { writePerson } from "./write-person.server.ts";

/** A line as it was read, with its document. */
export type Ready = {
  read: ReadLine<FileName>;
  hash: string;
  stored: StoredFile | null;
  document: PartDocument | null;
};
type Step = { ground: Ground; intake: Intake; name: FileName };

/** Writes some lines of one file in one transaction, with their lines of the log, and says what came of them. */
export async function writeLines(
  tx: Transaction,
  actor: SystemActor,
  step: Step,
  lines: Ready[],
): Promise<{ wrote: Counts; remarks: Remark[]; leftOut: { id: string | null }[] }> {
  const wrote: Counts = { fresh: 0, changed: 0, withdrawn: 0 };
  const remarks: Remark[] = [];
  const leftOut: { id: string | null }[] = [];
  const here = await whatIsHere(tx, step.ground, step.name, lines.map(named));
  for (const line of lines) {
    const { id, person } = line.read;
    const faults = await writeLine(tx, actor, { ...step, here }, line, wrote);
    if (faults.some(({ effect }) => effect === "left_out")) leftOut.push({ id });
    for (const { about, object, ...fault } of faults) {
      const remark = { ...fault, file: step.name, line: line.read.number, id, person };
      remarks.push(remark);
      const isNew = await keepRemark(tx, step.intake, remark);
      if (isNew && about.length > 0) await logRefused(tx, actor, step, remark, { about, object });
    }
  }
  await countIntake(tx, step.intake, wrote);
  return { wrote, remarks, leftOut };
}

const named = ({ read: { id, person, ...read } }: Ready) => ({
  ...{ id, person },
  treatment: "value" in read && "treatment" in read.value ? read.value.treatment : undefined,
});

type Fault = Pick<Refused, "field" | "reason" | "about" | "object"> & { effect: "left_out" | "unavailable" };

async function writeLine(
  tx: Transaction,
  actor: SystemActor,
  { ground, name, here }: Step & { here: Here },
  line: Ready,
  wrote: Counts,
): Promise<Fault[]> {
  const { read, document } = line;
  if (!("value" in read))
    return read.faults.map(({ field, reason }) => ({ field, reason, about: [], effect: "left_out" }));
  const written = await write(tx, ground, here, name, read.value, line);
  if (written.what === "refused") return [{ ...written, effect: "left_out" }];
  const reason = document && "fault" in document ? `file_${document.fault}` : null;
  if (written.what !== "same") {
    wrote[written.what === "new" ? "fresh" : written.what] += 1;
    noteWritten(here, ground, line, written);
    await logWritten(tx, actor, ground.environment, name, reason ? { reason, ...written } : written);
  }
  return reason ? [{ field: "file", reason, about: [], effect: "unavailable" }] : [];
}

/** The same line may come twice in one step: the second finds what the first wrote. */
function noteWritten(
  here: Here,
  ground: Ground,
  { read, hash }: Ready,
  written: Exclude<Written, { what: "same" | "refused" }>,
) {
  if (read.id === null) return;
  const { id, personId, what } = written;
  const withdrawnAt = what === "withdrawn" ? ground.madeAt : null;
  const kept = { id, personId, environmentId: ground.environment, externalId: read.id, lineHash: hash, withdrawnAt };
  here.rows.set(read.id, kept);
}

async function write(
  tx: Transaction,
  ground: Ground,
  here: Here,
  name: FileName,
  value: Said<FileName>,
  { hash, stored, document }: Ready,
): Promise<Written> {
  if (name === "persons.jsonl") return writePerson(tx, ground, value as Lines["persons.jsonl"], hash);
  if ("withdrawn" in value) return withdraw(tx, ground, here, name, value, hash);
  if (name === "treatments.jsonl") return writeTreatment(tx, ground, here, value as Lines["treatments.jsonl"], hash);
  if (name === "appointments.jsonl")
    return writeAppointment(tx, ground, here, value as Lines["appointments.jsonl"], hash);
  const written = await writePart(tx, ground, here, value as Lines["parts.jsonl"], hash, document);
  if (stored && (written.what === "new" || written.what === "changed")) await recordFile(tx, stored);
  return written;
}

const OBJECTS = {
  "persons.jsonl": "person",
  "treatments.jsonl": "treatment",
  "appointments.jsonl": "appointment",
  "parts.jsonl": "record_part",
} as const satisfies Record<FileName, ObjectOf<"record.import">>;
const ACTIONS = { new: "C", changed: "U", withdrawn: "D" } as const;

async function logWritten(
  tx: Transaction,
  actor: SystemActor,
  organisation: string,
  name: FileName,
  written: Exclude<Written, { what: "same" | "refused" }>,
) {
  const { what, id, personId, version, reason, detail } = written;
  await audit(tx, actor, {
    event: what === "withdrawn" ? "record.withdraw" : "record.import",
    ...{ action: ACTIONS[what], object: OBJECTS[name], id, version },
    ...{ organisation, subjectId: personId, reason, detail },
  });
  if (name === "persons.jsonl") await partFromOldNumber(tx, actor, organisation, personId);
}

/** A line that would have touched somebody's record is in the log of everybody it is about (decision 17). */
async function logRefused(
  tx: Transaction,
  actor: SystemActor,
  { intake, name }: Step,
  { file, line, reason }: Remark,
  { about, object }: Pick<Refused, "about" | "object">,
) {
  await audit(tx, actor, {
    ...{ event: "record.line_refused", action: object ? "U" : "C", outcome: "refused", reason },
    ...{ object: OBJECTS[name], id: object ?? intake.id },
    ...{ organisation: intake.environmentId, subjectIds: about },
    detail: { intake: intake.id, file, line },
  });
}
