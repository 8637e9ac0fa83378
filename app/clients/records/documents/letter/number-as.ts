const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number in one of the ways of writing of lists and notes. */
export function numberAs(format: string, value: number): string {
  if (format === "none") return "";
  if (value < 1 || value > 9_999) return String(value);
  if (format === "lowerLetter" || format === "upperLetter") {
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
    return format === "upperLetter" ? letter.toUpperCase() : letter;
  }
  if (format === "lowerRoman" || format === "upperRoman") {
    const roman = romanOf(value);
    return format === "upperRoman" ? roman.toUpperCase() : roman;
  }
  if (format === "decimalZero") return String(value).padStart(2, "0");
  return format === "ordinal" ? `${value}e` : String(value);
}

function romanOf(value: number): string {
  let left = value;
  let written = "";
  for (const [worth, sign] of ROMAN) for (; left >= worth; left -= worth) written += sign;
  return written;
}
