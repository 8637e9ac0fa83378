import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import type { Back } from "../goals/forms.tsx";
import { GoalAndNotes } from "../goals/section.tsx";
import { texts as goalTexts } from "../goals/texts.ts";
import { insightOf } from "#app/reports/model/insight.ts";
import { type Goal, marksOf, type Note } from "#app/reports/model/marks.ts";
import type { Report, Scope } from "#app/reports/model/report.ts";
import { sentences } from "#app/reports/model/sentences.ts";
import { Among } from "./among.tsx";
import { Course } from "./course.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Standing } from "./standing.tsx";

type Props = {
  report: Report;
  indicator: Indicator;
  notes: Note[];
  goal: Goal | null;
  back: Back;
  link: (scope: Scope) => string;
  /** What an address says to ask for this practice, if there are several. */
  practice: string;
  patients: boolean;
  /** All quarters in the table, and where to ask for that. */
  whole: boolean;
  wholeHref: string;
};

/** All that is known of one indicator: where the practice stands, its course, its place among others, what it wrote itself. */
export function ReportBody({
  report,
  indicator,
  notes,
  goal,
  back,
  link,
  practice,
  patients,
  whole,
  wholeHref,
}: Props) {
  const { language } = useShell();
  const said = sentences(report, indicator, language);
  const insight = insightOf(report, indicator, language);
  const goalLabel = goal ? pick(goalTexts, language).goalShort(formatFigure(indicator, goal.target, language)) : "";
  const marks = marksOf(notes, goal, goalLabel);
  return (
    <>
      <Standing {...{ report, said, insight, indicator, link, practice, patients }} />
      <Course {...{ report, said, insight, indicator, marks }} />
      <Among {...{ report, insight, indicator }} />
      <GoalAndNotes {...{ report, indicator, notes, goal, marks, back }} />
      <FiguresTable {...{ report, indicator, whole }} wholeHref={wholeHref} />
    </>
  );
}
