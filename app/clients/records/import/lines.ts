import { z } from "zod";
import { isBirthDate } from "#app/shared/birth-date.ts";
import { isBsn } from "#app/shared/bsn.ts";

/** Schemas of one line of each file (docs/records.md). Strict: what is not named is refused. Messages are codes. */
export const ID = /^[\w.:-]{1,80}$/;
const id = z.string().regex(ID, "id");
const day = z.iso.date({ error: "date" });
const moment = z.iso.datetime({ offset: true, error: "moment" });
const short = z.string().trim().min(1, "empty").max(200, "long");
const line = z.string().trim().max(300, "long");
const long = z.string().max(100_000, "long");

export const person = z.strictObject({
  id,
  /** Empty for a person with one name, which is then the last name. */
  firstName: z.string().trim().max(200, "long").default(""),
  lastName: short,
  /** As the population register writes it: `1950-00-00` where day and month are not known. */
  birthDate: z.string().refine(isBirthDate, "birth_date"),
  bsn: z.string().refine(isBsn, "bsn").optional(),
  contact: z
    .strictObject({
      street: line.optional(),
      postcode: line.optional(),
      town: line.optional(),
      phone: line.optional(),
      email: line.optional(),
      insurer: line.optional(),
    })
    .optional(),
  clinicians: z
    .array(z.strictObject({ code: id, from: day, until: day.optional() }))
    .max(50, "many")
    .optional(),
});

export const treatment = z.strictObject({
  id,
  person: id,
  name: short,
  department: line.optional(),
  from: day,
  until: day.optional(),
});

export const appointment = z.strictObject({
  id,
  person: id,
  state: z.enum(["planned", "cancelled"], "state"),
  startsAt: moment,
  minutes: z
    .int("minutes")
    .min(1, "minutes")
    .max(24 * 60, "minutes")
    .optional(),
  kind: short,
  withWhom: short,
  how: z.enum(["visit", "phone", "video"], "how"),
  location: line.optional(),
  address: line.optional(),
  preparation: long.optional(),
});

export const part = z
  .strictObject({
    id,
    person: id,
    treatment: id.optional(),
    kind: z.enum(
      ["letter", "report", "plan", "note", "diagnosis", "medication", "result", "questionnaire", "agreement"],
      "kind",
    ),
    date: day,
    title: short,
    author: short,
    authorRole: line.optional(),
    text: long.optional(),
    /** Name of a document in `files/`. */
    file: z.string().min(1, "file").max(4096, "file").optional(),
    unavailable: z.strictObject({ why: short, how: short }).optional(),
  })
  .refine(({ text, file, unavailable }) => [text, file, unavailable].filter((one) => one !== undefined).length === 1, {
    message: "one_of",
    path: ["text"],
  });

/** Takes back a treatment, an appointment or a part that was delivered before; `why` is a code, never free words. */
export const withdrawal = z.strictObject({
  id,
  person: id,
  withdrawn: z.strictObject({
    at: moment,
    why: z.enum(["mistake", "other_person", "replaced"], "why").optional(),
  }),
});

export const manifest = z.strictObject({
  format: z.literal(1, "format"),
  environment: z.string().min(1, "environment"),
  madeAt: moment,
  files: z.partialRecord(
    z.enum(["persons.jsonl", "treatments.jsonl", "appointments.jsonl", "parts.jsonl"]),
    z.strictObject({ lines: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/, "sha256") }),
  ),
});

export const kinds = {
  "persons.jsonl": person,
  "treatments.jsonl": treatment,
  "appointments.jsonl": appointment,
  "parts.jsonl": part,
} as const;

export type FileName = keyof typeof kinds;
export type Lines = { [Name in FileName]: z.output<(typeof kinds)[Name]> };
export type Withdrawal = z.output<typeof withdrawal>;
/** What a line may say. A person is never withdrawn: what hangs on it is. */
export type Said<Name extends FileName> = Name extends "persons.jsonl" ? Lines[Name] : Lines[Name] | Withdrawal;
