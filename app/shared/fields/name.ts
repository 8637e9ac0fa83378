import { z } from "zod";
import { LONGEST_NAME } from "./longest.ts";
import { written } from "./written.ts";

const NAME = /^(?:(?=.*\p{L})[\p{L}\p{M}'’.\- ]+)?$/u;

/** A first name where somebody may have none: one name is the last name. Codes: `long_name`, `name`. */
export const optionalName = z
  .string()
  .transform(written)
  .pipe(z.string().max(LONGEST_NAME, "long_name").regex(NAME, "name"));

/** A name of a person. Codes: `required`, `long_name`, `name`. */
export const personName = optionalName.pipe(z.string().min(1, "required"));
