/** Letters that do not fall apart into a plain one and a sign (Unicode has no decomposition for them). */
const PLAIN: Record<string, string> = {
  ł: "l",
  ı: "i",
  đ: "d",
  ð: "d",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** A name as it is compared: small letters without accents. Other signs stay. */
export function plainLetters(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łıđðøßæœþ]/g, (letter) => PLAIN[letter]!);
}
