import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "#app/reports/model/figure-format.ts";
import { texts as goalTexts } from "../goals/texts.ts";
import { type Goal, type Marks, type Note, noteHead } from "#app/reports/model/marks.ts";
import type { Report } from "#app/reports/model/report.ts";
import { texts } from "./texts.ts";

/** The newest notes that fit on a screen. */
const MOST_NOTES = 3;
/** Lines on paper for what is agreed. */
const LINES = [1, 2, 3];

type Props = { indicator: Indicator; report: Report; goal: Goal | null; notes: Note[]; marks: Marks };

/** The practice's own goal and newest notes; nothing when it wrote nothing. */
export function Own({ indicator, report, goal, notes, marks }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const goals = pick(goalTexts, language);
  if (!goal && notes.length === 0) return null;
  const value = report.last.figure?.value;
  const reached =
    goal && value !== undefined && (indicator.direction === "lower" ? value <= goal.target : value >= goal.target);
  const left = notes.length - MOST_NOTES;
  return (
    <div className="border-t border-line pt-[0.5em] text-[0.85em]">
      <h3 className="mb-0! text-[1em]!">{words.own}</h3>
      {goal ? (
        <p>
          {words.goal}:{" "}
          {goals.goalLine(formatFigure(indicator, goal.target, language), formatPeriod(goal.period), goal.author)}{" "}
          <strong>{reached ? goals.reached : goals.toGo}.</strong>
        </p>
      ) : null}
      {notes.length > 0 ? (
        <ul>
          {notes.slice(-MOST_NOTES).map((note) => (
            <li key={note.id}>
              <strong>{noteHead(note, marks)}</strong> {note.text}
            </li>
          ))}
          {left > 0 ? <li className="text-soft">{words.earlier(left)}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

/** On paper alone: lines to write on what is agreed, by whom and when. */
export function Agreements() {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <div className="hidden grow flex-col print:flex" aria-hidden="true">
      <p className="grid grid-cols-[1fr_11rem_9rem] gap-x-4 font-semibold">
        <span>{words.agreements}</span>
        <span>{words.who}</span>
        <span>{words.when}</span>
      </p>
      {LINES.map((line) => (
        <p key={line} className="grid max-h-[14mm] min-h-[8mm] grow grid-cols-[1fr_11rem_9rem] gap-x-4">
          <span className="border-b border-line-strong" />
          <span className="border-b border-line-strong" />
          <span className="border-b border-line-strong" />
        </p>
      ))}
    </div>
  );
}
