import { z } from "zod";

const name = z.string().trim().min(1, "required").max(80, "long");
const part = (longest: number) => z.string().trim().regex(/^\d+$/, "birth").max(longest, "birth");

/**
 * What somebody types to get an account. The address twice, because every code goes there. Somebody with one name leaves
 * the first name empty.
 */
export const signUpForm = z
  .object({
    firstName: z.string().trim().max(80, "long").default(""),
    lastName: name,
    day: part(2),
    month: part(2),
    year: part(4),
    email: z.string().trim().max(200, "email").pipe(z.email("email")),
    emailAgain: z.string().trim().max(200, "different"),
    password: z.string().min(1, "required").max(400, "long"),
  })
  .refine((typed) => typed.email.toLowerCase() === typed.emailAgain.toLowerCase(), {
    path: ["emailAgain"],
    message: "different",
  });

type Parts = { day: string; month: string; year: string };

/**
 * The date of birth of three fields as `YYYY-MM-DD`, or null when there is no such day, it lies after `today` or more
 * than 120 years before it.
 */
export function birthDateOf({ day, month, year }: Parts, today: string): string | null {
  if (year.length !== 4) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date) return null;
  if (date > today || Number(year) < Number(today.slice(0, 4)) - 120) return null;
  return date;
}
