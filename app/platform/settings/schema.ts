import { z } from "zod";
import { isWholeDate } from "#app/shared/birth-date.ts";
import { readEmail } from "#app/shared/fields/email.ts";

/** What is said at a value that is not right; the words stand in `texts.ts`. */
const line = (max: number) => z.string("text").trim().min(1, "empty").max(max, "long");
const spoken = (max: number) => z.strictObject({ nl: line(max), en: line(max) });
const lines = z.array(line(2000)).min(1, "empty");
const phone = line(40);
const phoneLink = z.string("text").regex(/^tel:\+?\d{3,15}$/, "phone_link");
/** As mail servers know it: what is typed here is not mended. */
const email = z.string("text").refine((typed) => readEmail(typed) === typed, "email");
const day = z.string("text").refine(isWholeDate, "date");
const slug = z
  .string("text")
  .max(60, "long")
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, "slug");

/** The organisation that runs the portal. */
export const operatorSchema = z.strictObject({
  product: line(40),
  name: line(120),
  /** The data network of practices, by its name. */
  network: line(80),
  desk: z.strictObject({ phone, phoneLink, email, hours: spoken(120) }),
  address: line(200),
});

/** Which days the operator does not work, apart from weekends and the days nobody works. Policy, not law: data. */
export const calendarSchema = z.strictObject({
  goodFriday: z.boolean("boolean"),
  /** 5 May: never, always, or in years divisible by five. */
  liberationDay: z.enum(["never", "always", "fifth_years"], "choice"),
  /** Own closing days, `YYYY-MM-DD`. */
  closedOn: z.array(day),
});

/** The general terms. A new version is a new number: everybody is then asked again. */
export const termsSchema = z.strictObject({
  version: z.string("text").regex(/^\d+(?:\.\d+)*$/, "version"),
  from: day,
  short: z.strictObject({ nl: lines, en: lines }),
  full: lines,
});

/** One version of the terms of an environment. A new version is asked of everybody at the next sign-in. */
export const clientTermsSchema = z.strictObject({
  version: z.int("number").min(1, "number"),
  from: day,
  short: z.strictObject({ nl: lines, en: lines }),
  full: lines,
});

const categories = z.array(z.enum(["profile", "appointments", "messages", "record", "documents"], "choice"));
// The colours become a style sheet, so nothing but a colour may stand there.
const colour = z.string("text").regex(/^#[\da-f]{6}$/i, "colour");
const steps = ["50", "100", "200", "300", "400", "500", "600", "700", "800", "900", "950"] as const;

/** Least level of DigiD by kind: Midden is a listed deviation for the networks alone (docs/deviations.md). */
const LEAST = { institution: 25, practice: 25, network: 20 } as const;

/** One organisation's client side, as data: name, look, door, rules. No code knows an environment by name. */
export const environmentSchema = z
  .strictObject({
    /** Part of the address: `/mijn/<id>`. */
    id: slug,
    kind: z.enum(["institution", "practice", "network"], "choice"),
    name: line(80),
    /** Short enough for the screen of a phone. */
    shortName: line(24),
    place: line(60),
    about: spoken(300),
    /** AGB code of the practice whose patients these are; null for others. */
    practiceAgb: z
      .string("text")
      .regex(/^\d{8}$/, "agb")
      .nullable(),
    digid: z.strictObject({
      /** Least level asked for. */
      level: z.literal([10, 20, 25, 30], "level"),
      /** Name of the organisation as registered at DigiD: people see it there. */
      registeredName: line(120),
    }),
    /** Password and mailed code as a second door. */
    mailedCode: z.boolean("boolean"),
    /** What to do with somebody who comes by DigiD and is not known here. */
    unknownPerson: z.enum(["create", "refuse"], "choice"),
    /** Categories that each way opens. What came in by DigiD or BSN never opens by a mailed code. */
    opens: z.strictObject({ digid: categories, mail: categories }),
    /** True: a clinician links the record once before it shows (G-04). */
    needsLink: z.boolean("boolean"),
    switches: z.strictObject({
      moveAppointment: z.boolean("boolean"),
      ownContact: z.boolean("boolean"),
      shareOutside: z.boolean("boolean"),
      /** True: the client's log names the employee, not only organisation and role. */
      namesInLog: z.boolean("boolean"),
    }),
    /** Parts of the record that this portal cannot show, and how to get them (G-06). */
    missing: z.array(z.strictObject({ what: spoken(300), how: spoken(300) })),
    desk: z.strictObject({ phone: phone.nullable(), phoneLink: phoneLink.nullable(), email, hours: spoken(120) }),
    terms: clientTermsSchema,
    /** Eleven colours, from light to dark, and nothing else of the looks. */
    brand: z.strictObject(Object.fromEntries(steps.map((step) => [step, colour])) as Record<Step, typeof colour>),
  })
  // A door that is too wide is worse than one that does not open: the file is refused, whoever wrote it.
  .refine(({ kind, digid }) => digid.level >= LEAST[kind], { path: ["digid", "level"], error: "level_low" })
  .refine(({ kind, mailedCode }) => kind !== "institution" || !mailedCode, { path: ["mailedCode"], error: "no_mail" })
  .refine(({ mailedCode, opens }) => mailedCode || opens.mail.length === 0, {
    path: ["opens", "mail"],
    error: "no_door",
  })
  .refine(({ kind, practiceAgb }) => (kind === "practice") === (practiceAgb !== null), {
    path: ["practiceAgb"],
    error: "agb_of_practice",
  });
type Step = (typeof steps)[number];

/** An entrance: an address with a list of environments to choose from (P-01). */
export const entranceSchema = z.strictObject({
  id: slug,
  name: line(80),
  about: spoken(300),
  environments: z.array(slug).min(1, "empty"),
});

/** A care group that practices can choose when they join; closed ones stay, for those who chose them. */
export const careGroupSchema = z.strictObject({
  id: slug,
  name: line(80),
  region: line(80).nullable(),
  active: z.boolean("boolean"),
});

const parts = {
  operator: operatorSchema,
  calendar: calendarSchema,
  terms: termsSchema,
  environments: z.array(environmentSchema).superRefine((all, context) => {
    twice(
      all.map(({ id }) => id),
      "id",
      context,
    );
    twice(
      all.map(({ practiceAgb }) => practiceAgb),
      "practiceAgb",
      context,
    );
  }),
  entrances: z.array(entranceSchema).superRefine((all, context) =>
    twice(
      all.map(({ id }) => id),
      "id",
      context,
    ),
  ),
  careGroups: z.array(careGroupSchema).superRefine((all, context) => {
    twice(
      all.map(({ id }) => id),
      "id",
      context,
    );
    twice(
      all.map(({ name }) => name.toLowerCase()),
      "name",
      context,
    );
  }),
};

/** All that is in force at once. */
export const settingsSchema = z.strictObject(parts).superRefine((all, context) => {
  const known = new Set(all.environments.map(({ id }) => id));
  all.entrances.forEach((entrance, index) => {
    if (entrance.environments.some((id) => !known.has(id)))
      context.addIssue({ code: "custom", path: ["entrances", index, "environments"], message: "no_environment" });
  });
});

/** The file of `npm run settings`: a part that is left out stays as it is. */
export const fileSchema = z
  .strictObject(parts)
  .partial()
  .extend({
    format: z.literal(1, "format"),
    /** The state it was written from; left out where a file is kept by hand. */
    revision: z.int("number").optional(),
  });

function twice(values: (string | null)[], field: string, context: z.RefinementCtx): void {
  values.forEach((value, index) => {
    if (value !== null && values.indexOf(value) !== index)
      context.addIssue({ code: "custom", path: [index, field], message: "twice" });
  });
}

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsFile = z.infer<typeof fileSchema>;
export type CareGroup = z.infer<typeof careGroupSchema>;
