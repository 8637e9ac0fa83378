import { z } from "zod";
import { isInventedAddress } from "#app/platform/doors/invented.server.ts";
import { supervisorAt } from "#app/platform/doors/operators/asked.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { isWholeDate } from "#app/shared/birth-date.ts";
import { today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { Forbidden, Invalid } from "#app/shared/errors.ts";
import { email as address } from "#app/shared/fields/email.ts";
import { personName } from "#app/shared/fields/name.ts";
import { mobile } from "#app/shared/fields/telephone.ts";
import { line } from "#app/shared/fields/words.ts";
import type { Options } from "./read.ts";

const required = { error: "required" };
const email = z
  .string(required)
  .pipe(address)
  .refine(
    // The server would not start with it any more; and no mail gets there.
    (typed) => config.mode !== "production" || !isInventedAddress(typed),
    "invented",
  );
const day = z
  .string(required)
  .refine(isWholeDate, "date")
  .refine((typed) => typed >= today(), "past");
const askedBy = { "asked-by": z.string(required).pipe(address) };

const person = {
  "first-name": z.string(required).pipe(personName),
  "last-name": z.string(required).pipe(personName),
  email,
  mobile: z.string().min(1, "required").pipe(mobile).optional(),
  until: day.optional(),
  language: z.enum(["nl", "en"], { error: "language" }).default("nl"),
};
const environment = { environment: z.string(required).min(1, "required") };
const as = { as: z.enum(["clinician", "staff"], { error: "as" }) };
const place = { environment: environment.environment.optional(), as: as.as.optional() };

/** What each act needs and may have; a supervisor may be made without one who asked, the rest never. */
export const fields = {
  supervisor: z.strictObject({ ...person, "asked-by": askedBy["asked-by"].optional() }),
  operator: z.strictObject({ ...person, ...askedBy }),
  clinician: z.strictObject({
    ...person,
    ...environment,
    ...askedBy,
    code: z.string(required).pipe(line(80)),
  }),
  staff: z.strictObject({ ...person, ...environment, ...askedBy }),
  until: z.strictObject({ email, ...place, ...askedBy, date: z.union([z.literal("none"), day], required) }),
  end: z.strictObject({
    email,
    ...place,
    ...askedBy,
    reason: z.string(required).trim().min(3, "required").max(300, "long"),
  }),
  again: z.strictObject({ email, ...place, "asked-by": askedBy["asked-by"].optional() }),
  handOver: z.strictObject({ email, ...place, ...askedBy }),
  addGroup: z.strictObject({
    ...askedBy,
    name: z.string(required).pipe(line(80)),
    region: z.string().trim().min(1, "required").max(80, "long").optional(),
  }),
  changeGroup: z.strictObject({
    ...askedBy,
    id: z.string(required).min(1, "required"),
    name: z.string().trim().min(1, "required").max(80, "long").optional(),
    region: z.string().trim().max(80, "long").optional(),
    open: z.enum(["yes", "no"], { error: "yes_no" }).optional(),
  }),
  nothing: z.strictObject({}),
};

/** The options of an act, or what is wrong with each. @throws Invalid */
export function parsed<T extends z.ZodType>(schema: T, options: Options): z.output<T> {
  const outcome = schema.safeParse(options);
  if (outcome.success) return outcome.data;
  const faults = outcome.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [key, "unknown"] as const)
      : [[issue.path.join("."), issue.message] as const],
  );
  throw new Invalid(Object.fromEntries(faults.reverse()));
}

/** The command as an actor for the supervisor with this address. @throws Forbidden when none is active with it */
export async function asker(address: string | undefined): Promise<SystemActor> {
  const command = { kind: "system", name: "operator" } as const;
  if (address === undefined) return command;
  const onBehalfOf = await supervisorAt(address);
  if (!onBehalfOf) throw new Forbidden("not_asked");
  return { ...command, onBehalfOf };
}
