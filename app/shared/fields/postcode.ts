import { z } from "zod";
import { compact } from "./written.ts";

/** A Dutch postcode as `1234 AB`, or an empty text for none. Code: `postcode`. */
export const optionalPostcode = z.string().transform((typed, context) => {
  const [whole, digits = "", letters = ""] = /^(\d{4})([a-z]{2})$/i.exec(compact(typed)) ?? [];
  if (whole) return `${digits} ${letters.toUpperCase()}`;
  if (typed.trim() === "") return "";
  context.addIssue({ code: "custom", message: "postcode" });
  return z.NEVER;
});
