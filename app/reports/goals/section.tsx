import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Badge, Card } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "#app/reports/model/figure-format.ts";
import { type Goal, type Marks, type Note, noteHead } from "#app/reports/model/marks.ts";
import type { Report } from "#app/reports/model/report.ts";
import { type Back, GoalForm, NoteForm } from "./forms.tsx";
import { texts } from "./texts.ts";

type Props = { report: Report; indicator: Indicator; notes: Note[]; goal: Goal | null; marks: Marks; back: Back };

/** The practice's own goal and remarks (E12); the same letters stand on the chart. */
export function GoalAndNotes({ report, indicator, notes, goal, marks, back }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <Card title={words.title} id="doel">
      <Changed code={back?.conflict} />
      <p className="max-w-3xl text-soft">{words.lead}</p>
      <h3 className="mt-6">{words.goal}</h3>
      {goal ? <GoalLine {...{ report, indicator, goal }} /> : <p>{words.noGoal}</p>}
      <GoalForm {...{ report, indicator, goal, back }} />
      <h3 className="mt-6">{words.notes}</h3>
      {notes.length === 0 ? <p>{words.noNotes}</p> : null}
      <ul className="max-w-3xl divide-y divide-line">
        {notes.map((note) => (
          <li key={note.id} className="flex flex-wrap items-start justify-between gap-x-6 py-2.5">
            <div className="min-w-0">
              <p>
                <strong>{noteHead(note, marks)}</strong> {note.text}
              </p>
              <p className="text-sm text-soft">{words.by_(note.author, formatDate(note.at, language))}</p>
            </div>
            {note.mine ? <Remove id={note.id} what={note.text} /> : null}
          </li>
        ))}
      </ul>
      <NoteForm report={report} back={back} />
    </Card>
  );
}

function GoalLine({ report, indicator, goal }: { report: Report; indicator: Indicator; goal: Goal }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const value = report.last.figure?.value;
  const lower = indicator.direction === "lower";
  const reached = value !== undefined && (lower ? value <= goal.target : value >= goal.target);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p>{words.goalLine(formatFigure(indicator, goal.target, language), formatPeriod(goal.period), goal.author)}</p>
      <Badge kind={reached ? "positive" : "neutral"}>{reached ? words.reached : words.toGo}</Badge>
      {goal.mine ? <Remove id={goal.id} what={words.goal} /> : null}
    </div>
  );
}

function Remove({ id, what }: { id: string; what: string }) {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <form method="post" className="no-print">
      <input type="hidden" name="id" value={id} />
      <Button look="quiet" name="act" value="remove">
        {words.remove}
        <span className="sr-only">: {what}</span>
      </Button>
    </form>
  );
}
