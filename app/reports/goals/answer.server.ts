import { data, redirect } from "@remix-run/node";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { Invalid } from "#app/shared/errors.ts";
import { parseForm, readForm, textOf } from "#app/shared/form.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { goalForm, noteForm } from "./form.ts";
import { addNote, removeMark, setGoal } from "./write.server.ts";

/** Does what one of the forms under a report asks, and goes back to them; with mistakes, what was typed comes back. */
export async function answerMarks(
  actor: AccountActor,
  practice: PracticeRights,
  indicator: Indicator,
  request: Request,
) {
  const form = await readForm(request);
  const act = textOf(form, "act");
  const { pathname, search } = new URL(request.url);
  const back = () => redirect(`${pathname.replace(/\.data$/, "")}${search}#doel`, 303);
  if (act === "remove") {
    await removeMark(actor, practice, indicator, textOf(form, "id"));
    return back();
  }
  form.delete("act");
  const parsed = act === "goal" ? parseForm(goalForm, form) : parseForm(noteForm, form);
  if (!parsed.ok) return data({ act, errors: parsed.errors, typed: parsed.typed }, 422);
  try {
    if ("target" in parsed.value) await setGoal(actor, practice, indicator, parsed.value);
    else await addNote(actor, practice, indicator, parsed.value);
  } catch (error) {
    if (error instanceof Invalid) return data({ act, errors: error.fields, typed: parsed.typed }, 422);
    throw error;
  }
  return back();
}
