import { z } from "zod";
import {
  approveEmployee,
  askAboutEmployee,
  rejectEmployee,
  takeUpEmployee,
} from "#app/professionals/practices/employees/decide.server.ts";
import { versionIn } from "#app/platform/cases/version.ts";
import { type Act, nothing, readAct } from "#app/shared/acts.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { words as required } from "#app/shared/fields/words.ts";
import { noErrors, type Typed } from "#app/shared/form.ts";

/** What the page has to show after an act that was not done: why, and what was typed. */
type EmployeeAnswer = { act: string; errors: Record<string, string>; typed: Typed; conflict: string | null };

const acts = {
  take_up: nothing,
  approve: nothing,
  ask: z.object({ words: required() }),
  reject: z.object({ words: required() }),
};

/** Does what the agent chose on the page of an employee request; null when it is done. @throws UnknownAct */
export async function actOnEmployee(actor: AccountActor, id: string, form: FormData): Promise<EmployeeAnswer | null> {
  const asked = readAct(form, acts);
  const answer = { act: asked.act, errors: noErrors, typed: asked.typed, conflict: null };
  if (!asked.ok) return { ...answer, errors: asked.errors };
  const conflict = await conflictIn(perform(actor, { id, version: versionIn(form) }, asked));
  return conflict === null ? null : { ...answer, conflict };
}

async function perform(
  actor: AccountActor,
  on: { id: string; version: number },
  asked: Extract<Act<typeof acts>, { ok: true }>,
): Promise<unknown> {
  switch (asked.act) {
    case "take_up":
      return takeUpEmployee(actor, on);
    case "approve":
      return approveEmployee(actor, on);
    case "ask":
      return askAboutEmployee(actor, on, asked.value.words);
    case "reject":
      return rejectEmployee(actor, on, asked.value.words);
  }
}
