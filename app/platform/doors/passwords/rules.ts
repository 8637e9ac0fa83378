import { commonWords } from "./common-words.ts";

const SHORTEST = 12;
const LONGEST = 128;
const common = new Set(commonWords);
const LADDERS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
];

export type PasswordFault = "short" | "long" | "common" | "own";

/** The password as it is stored and compared: NFC, nothing cut off, nothing trimmed. */
export function normalised(password: string): string {
  return password.normalize("NFC");
}

/**
 * What is wrong with a new password, or null. Length counts, and that it cannot be guessed from lists or from what is
 * known of the person; no rules of composition (NIST SP 800-63B-4, 3.1.1.2; ASVS 6.2).
 * @param own names and words that belong to this person, practice and portal
 */
export async function passwordFault(password: string, own: string[]): Promise<PasswordFault | null> {
  const points = [...normalised(password)];
  if (points.length < SHORTEST) return "short";
  if (points.length > LONGEST) return "long";
  const flat = plain(points.join(""));
  const letters = lettersOf(flat);
  const ownWords = own.flatMap((word) => plain(word).split(/[^a-z0-9]+/)).filter((word) => word.length >= 4);
  const rest = lettersOf(ownWords.reduce((left, word) => left.replaceAll(word, ""), flat));
  if (ownWords.length > 0 && rest.length < 4 && rest.length < letters.length) return "own";
  if (new Set(points).size < 5 || isBuiltOnCommon(letters) || isLadder(flat)) return "common";
  return (await published()).has(flat) ? "common" : null;
}

let lists: Promise<Set<string>> | undefined;

/** Passwords that many chose, as far as long enough here; read when the first password is chosen. */
function published(): Promise<Set<string>> {
  lists ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].filter((one) => one.length >= SHORTEST)),
  );
  return lists;
}

/** Lower case, without accents, with the usual digits for letters read as letters. */
function plain(value: string): string {
  return value.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

/** Letters of every script: who writes Arabic or Ukrainian has as good a password. */
function lettersOf(value: string): string {
  return value.replace(/\P{L}/gu, "");
}

/** Nothing but common words, one after another. */
function isBuiltOnCommon(letters: string): boolean {
  if (letters.length === 0) return true;
  const reaches = [true];
  for (let end = 1; end <= letters.length; end++) {
    reaches[end] = [...Array(end).keys()].some((start) => reaches[start] && common.has(letters.slice(start, end)));
  }
  return reaches[letters.length] === true;
}

function isLadder(flat: string): boolean {
  const backwards = [...flat].reverse().join("");
  return LADDERS.some(
    (ladder) => ladder.includes(flat) || ladder.includes(backwards) || `${ladder}${ladder}`.includes(flat),
  );
}
