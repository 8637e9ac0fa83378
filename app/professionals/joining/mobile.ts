import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export type Mobile = { ok: true; number: string | null } | { ok: false; reason: "not_a_number" | "not_mobile" };

/**
 * A mobile number in any usual spelling as E.164. A lone `06`, with which the field is filled beforehand, is empty (I-03):
 * codes then go by mail. Landlines, pagers, internet numbers and machine numbers (+31 970) cannot receive the SMS.
 */
export function parseMobile(typed: string): Mobile {
  const compact = typed.replace(/[\s.()/-]/g, "");
  if (compact === "" || compact === "06" || compact === "0" || compact === "+316") return { ok: true, number: null };
  // People add the trunk zero behind the country code: +31 (0)6 …
  const spelled = compact.replace(/^(\+|00)310/, "+31");
  const parsed = parsePhoneNumberFromString(spelled, "NL");
  if (!parsed?.isValid()) return { ok: false, reason: "not_a_number" };
  if (parsed.getType() !== "MOBILE" || parsed.number.startsWith("+31970")) return { ok: false, reason: "not_mobile" };
  return { ok: true, number: parsed.number };
}

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
