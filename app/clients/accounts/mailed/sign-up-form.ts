import { z } from "zod";
import { birthParts } from "#app/shared/fields/day.ts";
import { email, sameAddress } from "#app/shared/fields/email.ts";
import { optionalName, personName } from "#app/shared/fields/name.ts";

/**
 * What somebody types to get an account. The address twice, because every code goes there. Somebody with one name leaves
 * the first name empty.
 */
export const signUpForm = z
  .object({
    firstName: optionalName.default(""),
    lastName: personName,
    ...birthParts,
    email,
    emailAgain: z.string().trim().max(400, "different"),
    password: z.string().min(1, "required").max(400, "long"),
  })
  .refine((typed) => sameAddress(typed.email, typed.emailAgain), {
    path: ["emailAgain"],
    message: "different",
  });
