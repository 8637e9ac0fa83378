import { z } from "zod";
import { LONGEST_WORDS } from "../longest-words.ts";

/** What somebody writes in a field of several lines. Codes: `required`, `long`. */
export const words = (longest = LONGEST_WORDS) => mayBeEmpty(longest).min(1, "required");
/** The same, where nothing is an answer too. */
export const mayBeEmpty = (longest = LONGEST_WORDS) => z.string().trim().max(longest, "long");

/** A text of one line: a title, a job, a system. Breaks of lines become spaces. Codes: `required`, `long`. */
export const line = (longest: number) => emptyLine(longest).pipe(z.string().min(1, "required"));
/** The same, where nothing is an answer too. */
export const emptyLine = (longest: number) => z.string().transform(onOneLine).pipe(z.string().max(longest, "long"));

/** The id or key that a page gave along. Whose it is, and whether it is there, the verb decides. */
export const reference = z.string().max(200).catch("");

const onOneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();
