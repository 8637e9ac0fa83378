import { own } from "#app/shared/own.ts";

/** Slips of the fingers in the domains people use most; a hint, never a correction. */
const MEANT: Record<string, string> = {
  "gmial.com": "gmail.com",
  "gmai.com": "gmail.com",
  "gmail.nl": "gmail.com",
  "gmail.con": "gmail.com",
  "hotmial.com": "hotmail.com",
  "hotmal.com": "hotmail.com",
  "hotmail.con": "hotmail.com",
  "outlok.com": "outlook.com",
  "outloo.com": "outlook.com",
  "zigo.nl": "ziggo.nl",
  "ziggo.ln": "ziggo.nl",
  "knpmail.nl": "kpnmail.nl",
  "icloud.con": "icloud.com",
};

/** The address that was probably meant, or null. */
export function probablyMeant(email: string): string | null {
  const [name = "", domain = ""] = email.toLowerCase().split("@");
  const meant = own(MEANT, domain) ?? (/\.(ln|nll|ml)$/.test(domain) ? domain.replace(/\.\w+$/, ".nl") : undefined);
  return meant ? `${name}@${meant}` : null;
}
