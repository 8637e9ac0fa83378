import { runsOn } from "#app/shared/running.ts";
import type { Relation } from "./register.ts";
import type { Entered, Evidence, Outcome, RegisterAnswers } from "./judgement.ts";

/** Works at the practice today: directly, or through an organisation that both are related to. */
export function judgeRelation(
  { agbPractitioner, agbPractice }: Entered,
  answers: RegisterAnswers,
): [Outcome, Evidence] {
  const { practitionerRelations: own, practiceRelations: theirs, on } = answers;
  if (own.state === "unreachable" || theirs.state === "unreachable") return ["unknown", { why: "unreachable" }];
  if (agbPractitioner === agbPractice) return ["fail", { why: "none" }];
  const all = own.state === "found" ? own.value : [];
  const other = (relation: Relation, self: string) => (relation.agbA === self ? relation.agbB : relation.agbA);
  const direct = all.filter((relation) => other(relation, agbPractitioner) === agbPractice);
  const valid = direct.find((relation) => runsOn(relation, on));
  if (valid) return ["pass", { path: "direct", kind: valid.kind, startsOn: valid.startsOn }];
  const mine = new Set(all.filter((one) => runsOn(one, on)).map((one) => other(one, agbPractitioner)));
  const link = (theirs.state === "found" ? theirs.value : [])
    .filter((one) => runsOn(one, on))
    .find((one) => mine.has(other(one, agbPractice)));
  if (link) return ["pass", { path: "through", through: other(link, agbPractice), kind: link.kind }];
  const last = direct[0];
  return ["fail", last ? { why: "ended", endsOn: last.endsOn } : { why: "none" }];
}
