import { elementsIn, textOf, type XmlElement } from "../xml.ts";
import { pictureFont } from "./markup.ts";
import { SILENT } from "./pieces.ts";

const PLAIN = new Set(["m:r", "m:oMath", "m:oMathPara", "m:t"]);
const ASIDE = /^m:(?:rPr|oMathParaPr|ctrlPr)$/;
/** Looks that do not change what a sign of a formula says. */
const HARMLESS = /^w:(?:rFonts|b|bCs|i|iCs|color|sz|szCs|lang|noProof|kern)$/;

/**
 * The text of a formula that is written on one line; null where signs stand above or below each other, or where something
 * in it was put in, taken out, hidden or struck.
 */
export function flatFormula(formula: XmlElement): string | null {
  const { name } = formula;
  if (name === "w:rPr") return elementsIn(formula).every(isHarmless) ? "" : null;
  if (ASIDE.test(name)) return "";
  if (name.startsWith("w:")) return SILENT.test(name) ? "" : null;
  if (!PLAIN.has(name)) return null;
  if (name === "m:t") return textOf(formula);
  const pieces = elementsIn(formula).map(flatFormula);
  // Formulas below each other stay apart.
  return pieces.includes(null) ? null : pieces.join(name === "m:oMathPara" ? " " : "");
}

const isHarmless = ({ name, attributes }: XmlElement) =>
  HARMLESS.test(name) && pictureFont(attributes.get("w:ascii") ?? "") === undefined;
