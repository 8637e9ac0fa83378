import { pictureFont, styled, styledRun, symbol, textNode } from "./markup.ts";
import type { Label } from "./numbering.ts";

/** The sign or number before an item, with a space, so that it never runs into the words: 1. and 5 mg is not 1.5 mg. */
export function labelled({ text, font }: Label): string {
  if (pictureFont(font) === undefined && !/[\uf000-\uf0ff]/.test(text)) return styled("label", `${text} `);
  const signs = [...text].map((sign) => symbol(pictureFont(font) ?? "Symbol", sign.codePointAt(0)!)).join("");
  return styledRun("label", signs + textNode(" "));
}
