import { z } from "zod";
import { LONGEST_EMAIL } from "./longest.ts";
import { plain } from "./written.ts";

// No sign that could start another header, another recipient or a display name (ASVS 1.3.11); points stand between others.
const LOCAL = /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@$/;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/i;

/**
 * An e-mail address as mail servers know it, or null: a domain with other letters than a to z is written in theirs
 * (punycode), so that it looks like no other. The part before the @ stays as it was typed.
 */
export function readEmail(typed: string): string | null {
  // What is far too long is not looked at sign by sign.
  if (typed.length > 2 * LONGEST_EMAIL) return null;
  const address = plain(typed.replace(/[\u2018\u2019\u02bc\uff07]/g, "'"))
    .replace(/^mailto:/i, "")
    .replace(/[.,;:]+$/, "");
  const at = address.lastIndexOf("@");
  const domain = asciiDomain(address.slice(at + 1));
  const whole = address.slice(0, at + 1) + domain;
  return at > 0 && LOCAL.test(address.slice(0, at + 1)) && DOMAIN.test(domain) && whole.length <= LONGEST_EMAIL
    ? whole
    : null;
}

function asciiDomain(domain: string): string {
  if (/^[\x21-\x7e]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return "";
  }
}

/** How an address is compared and found again, however it was typed. */
export const addressKey = (typed: string) => (readEmail(typed) ?? typed.normalize("NFKC").trim()).toLowerCase();

/** Whether two addresses are one. */
export const sameAddress = (one: string, other: string) => addressKey(one) === addressKey(other);

const read = (typed: string, context: z.RefinementCtx) => {
  const address = readEmail(typed);
  if (address !== null) return address;
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "email" });
  return z.NEVER;
};

/** An e-mail address. Codes: `required`, `email`. */
export const email = z.string().transform(read);
/** The same, where none is an answer too: an empty text. */
export const optionalEmail = z
  .string()
  .transform((typed, context) => (typed.trim() === "" ? "" : read(typed, context)));
