import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { type Indicator } from "../definitions/catalogue.ts";
import { marksFor } from "../goals/find.server.ts";
import type { Goal, Note } from "#app/reports/model/marks.ts";
import { reportFor } from "#app/reports/model/indicator.server.ts";
import { mayOpen } from "#app/reports/model/overview.server.ts";
import type { Report, Scope } from "#app/reports/model/report.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Language } from "#app/shared/i18n.ts";

/** One topic of the meeting; without a report nothing was delivered of it for this practice. */
export type MeetingTopic = {
  id: string;
  name: string;
  programme: string;
  report: Report | null;
  notes: Note[];
  goal: Goal | null;
};

/** Figures, goal and notes of these topics, in their order. @throws NotFound when one is not open to this person */
export async function topicsFor(
  actor: AccountActor,
  practice: PracticeRights,
  { topics, scope, language }: { topics: Indicator[]; scope: Scope; language: Language },
): Promise<MeetingTopic[]> {
  if (!topics.every((topic) => mayOpen(practice, topic))) throw new NotFound();
  return Promise.all(
    topics.map(async (topic) => {
      const report = await reportFor(practice, topic, scope);
      return {
        id: topic.id,
        name: topic.name[language],
        programme: programmes.find((one) => one.id === topic.programme)?.name[language] ?? "",
        // The other practices by size are not shown here, and are most of the answer.
        report: report && { ...report, funnel: null },
        ...(await marksFor(actor, practice, topic.id)),
      };
    }),
  );
}
