import {
  approveEmployee,
  askAboutEmployee,
  rejectEmployee,
  takeUpEmployee,
} from "#app/professionals/practices/employees/decide.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { textOf, wordsOf } from "#app/shared/form.ts";

/** What the page has to show after an act that was not done: why, and what was typed. */
export type EmployeeAnswer = { act: string; fault: "required" | "long" | null; conflict: string | null; typed: string };

/** Does what the agent chose on the page of an employee request; null when it is done. */
export async function actOnEmployee(actor: AccountActor, id: string, form: FormData): Promise<EmployeeAnswer | null> {
  const act = textOf(form, "act");
  const { text: words, fault } = wordsOf(form, "words");
  const answer = { act, fault: null, conflict: null, typed: words };
  if ((act === "ask" || act === "reject") && fault) return { ...answer, fault };
  try {
    if (act === "take_up") await takeUpEmployee(actor, id);
    else if (act === "ask") await askAboutEmployee(actor, id, words);
    else if (act === "reject") await rejectEmployee(actor, id, words);
    else if (act === "approve") await approveEmployee(actor, id);
  } catch (error) {
    if (error instanceof Conflict) return { ...answer, conflict: error.code };
    throw error;
  }
  return null;
}
