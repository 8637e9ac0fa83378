import { z } from "zod";
import { compact } from "./written.ts";

type AgbCode = { ok: true; code: string } | { ok: false; reason: "required" | "lost_zero" | "not_eight_digits" };

/**
 * Reads an AGB code: exactly eight digits, kept as text. Spaces, points and hyphens are allowed; seven digits are refused
 * with a hint, because a spreadsheet drops the leading zero and guessing it back would name somebody else.
 */
export function parseAgb(typed: string): AgbCode {
  const digits = compact(typed);
  if (digits === "") return { ok: false, reason: "required" };
  if (/^\d{8}$/.test(digits)) return { ok: true, code: digits };
  return { ok: false, reason: /^\d{7}$/.test(digits) ? "lost_zero" : "not_eight_digits" };
}

/** An AGB code. Codes: `required`, `lost_zero`, `not_eight_digits`. */
export const agb = z.string().transform((typed, context) => {
  const read = parseAgb(typed);
  if (read.ok) return read.code;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});
