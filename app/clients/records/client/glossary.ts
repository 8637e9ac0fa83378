import type { Language } from "#app/shared/i18n.ts";
import { glossary } from "./glossary.data.ts";

/** The words of the glossary that stand in a text, explained in the language of the reader (G9). */
export function termsIn(text: string, language: Language): { term: string; meaning: string }[] {
  const words = ` ${plain(text)} `;
  return glossary
    .filter(({ forms }) => forms.some((form) => words.includes(` ${plain(form)} `)))
    .map((term) => ({ term: term.term, meaning: term[language] }));
}

/** Words with one space between them, so that part of a longer word is not taken for a word. Abbreviations keep their
 * capitals: "DD" is a term, "dd" is a date. */
const plain = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .replace(/\p{Lu}?\p{Ll}+/gu, (word) => word.toLowerCase())
    .trim();
