import { runsOn } from "#app/shared/running.ts";
import { today } from "#app/shared/clock.server.ts";
import { agbRegister } from "./choose.server.ts";
import type { AgbRegister, Answer, Relation, Party } from "./register.ts";
import type { RegisterAnswers } from "./judgement.ts";

/** Asks the register everything the checks rest on. Never inside a transaction: the register may be slow. */
export async function askRegister(
  codes: { agbPractitioner: string; agbPractice: string },
  register: AgbRegister = agbRegister(),
): Promise<RegisterAnswers> {
  const on = today();
  const [practitioner, practice, practitionerRelations, practiceRelations] = await Promise.all([
    register.findPractitioner(codes.agbPractitioner),
    register.findPractice(codes.agbPractice),
    register.relations(codes.agbPractitioner),
    register.relations(codes.agbPractice),
  ]);
  const parents =
    practice.state === "found" ? await organisationsOf(practice.value, practiceRelations, on, register) : [];
  return { on, practitioner, practice, practitionerRelations, practiceRelations, parents };
}

async function organisationsOf(
  practice: Party,
  relations: Answer<Relation[]>,
  on: string,
  register: AgbRegister,
): Promise<Party[]> {
  if (relations.state !== "found") return [];
  const codes = relations.value
    .filter((relation) => runsOn(relation, on))
    .map((relation) => (relation.agbA === practice.agb ? relation.agbB : relation.agbA));
  const found = await Promise.all([...new Set(codes)].slice(0, 8).map((agb) => register.findPractice(agb)));
  // A care group is no owner: its telephone does not reach the practice.
  return found.flatMap((one) =>
    one.state === "found" && one.value.kind === "organisation" && one.value.careKind === practice.careKind
      ? [one.value]
      : [],
  );
}
