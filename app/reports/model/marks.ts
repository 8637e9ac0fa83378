import { formatPeriod } from "./figure-format.ts";

/** A remark of the practice at a quarter ("in maart gestart met ..."); `mine`: this reader may take it away. */
export type Note = { id: string; period: string; text: string; author: string; at: string; mine: boolean };
/** What the practice aims at, as a fraction, and by which quarter. */
export type Goal = { id: string; target: number; period: string; author: string; mine: boolean };

/** Notes and goal as a chart shows them: a letter for each quarter with notes, and a line. */
export type Marks = { letters: Map<string, string>; goal: { value: number; label: string } | null };

/** Gives each quarter with notes its letter, oldest first. */
export function marksOf(notes: Note[], goal: Goal | null, goalLabel: string): Marks {
  const periods = [...new Set(notes.map((note) => note.period))].sort();
  return {
    letters: new Map(periods.map((period, n) => [period, String.fromCharCode(65 + (n % 26))])),
    goal: goal && { value: goal.target, label: goalLabel },
  };
}

/** The quarter of a note with its letter: "A · Q1 2026". */
export const noteHead = (note: Note, marks: Marks): string =>
  `${marks.letters.get(note.period) ?? ""} · ${formatPeriod(note.period)}`;
