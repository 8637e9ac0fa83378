import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";
import { compact, plain } from "./written.ts";

type Mobile = { ok: true; number: string | null } | { ok: false; reason: "not_a_number" | "not_mobile" };

/**
 * A mobile number in any usual spelling as E.164. A lone `06`, with which the field is filled beforehand, is empty (I-03):
 * codes then go by mail. Landlines, pagers, internet numbers and machine numbers (+31 970) cannot receive the SMS.
 */
export function parseMobile(typed: string): Mobile {
  const digits = compact(typed).replace(/[()/]/g, "");
  if (digits === "" || digits === "06" || digits === "0" || digits === "+316") return { ok: true, number: null };
  // People add the trunk zero behind the country code: +31 (0)6 …
  const spelled = digits.replace(/^(\+|00)310/, "+31");
  const parsed = parsePhoneNumberFromString(spelled, "NL");
  if (!parsed?.isValid()) return { ok: false, reason: "not_a_number" };
  if (parsed.getType() !== "MOBILE" || parsed.number.startsWith("+31970")) return { ok: false, reason: "not_mobile" };
  return { ok: true, number: parsed.number };
}

/** A mobile number as E.164, or null for none. Codes: `not_a_number`, `not_mobile`. */
export const mobile = z.string().transform((typed, context) => {
  const read = parseMobile(typed);
  if (read.ok) return read.number;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});

/** A telephone number as somebody writes it, of whatever kind and country (E.164: at most fifteen digits), or null. */
export function readTelephone(typed: string): string | null {
  const number = plain(typed);
  const digits = number.replace(/\D/g, "").length;
  return /^\+?[\d ()/.-]+$/.test(number) && digits >= 8 && digits <= 15 ? number : null;
}

/** A telephone number, or an empty text for none. Code: `phone`. */
export const optionalTelephone = z.string().transform((typed, context) => {
  const read = typed.trim() === "" ? "" : readTelephone(typed);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "phone" });
  return z.NEVER;
});

/** A number of which only the last two digits show. */
export function maskedMobile(e164: string): string {
  return `${e164.startsWith("+31") ? "06" : e164.slice(0, 3)} •• •• •• ${e164.slice(-2)}`;
}

/** A number as people write it: "06 12 34 56 78"; another country's with its code. */
export function spokenMobile(e164: string): string {
  const digits = /^\+31(6)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(e164);
  return digits
    ? `0${digits[1]!} ${digits.slice(2).join(" ")}`
    : (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164);
}
