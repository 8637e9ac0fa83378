import { randomInt } from "node:crypto";

// Without letters and digits that are mistaken for each other when read aloud.
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** A code for the check page, as it stands on the document: `7K3F-9QXM-2HTD`, 58 bits. */
export function newCheckCode(): string {
  return grouped(Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(""));
}

/** A typed code in the form in which it is kept, or null when it cannot be one. Case, spaces and dashes do not matter. */
export function readCheckCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "");
  return plain.length === LENGTH && [...plain].every((sign) => SIGNS.includes(sign)) ? grouped(plain) : null;
}

function grouped(plain: string): string {
  return plain.replace(/(.{4})(?=.)/g, "$1-");
}
