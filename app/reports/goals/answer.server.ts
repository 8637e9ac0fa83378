import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { readAct } from "#app/shared/acts.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { conflictIn, Invalid } from "#app/shared/errors.ts";
import { reference } from "#app/shared/fields/words.ts";
import { readForm } from "#app/shared/form.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { goalForm, noteForm } from "./form.ts";
import { addNote, removeMark, setGoal } from "./write.server.ts";

const acts = { goal: goalForm, note: noteForm, remove: z.object({ id: reference }) };

/** Does what one of the forms under a report asks, and goes back to them; with mistakes, what was typed comes back. */
export async function answerMarks(
  actor: AccountActor,
  practice: PracticeRights,
  indicator: Indicator,
  request: Request,
) {
  const asked = readAct(await readForm(request), acts);
  const { act } = asked;
  const { pathname, search } = new URL(request.url);
  const back = () => redirect(`${pathname.replace(/\.data$/, "")}${search}#doel`, 303);
  const refused = { act: act as string, errors: {} as Record<string, string>, typed: asked.typed, conflict: null };
  if (!asked.ok) return data({ ...refused, errors: asked.errors }, 422);
  try {
    const done =
      asked.act === "remove"
        ? removeMark(actor, practice, indicator, asked.value.id)
        : asked.act === "goal"
          ? setGoal(actor, practice, indicator, asked.value)
          : addNote(actor, practice, indicator, asked.value);
    const conflict = await conflictIn(done);
    return conflict === null ? back() : data({ ...refused, conflict }, 409);
  } catch (error) {
    if (error instanceof Invalid) return data({ ...refused, errors: error.fields }, 422);
    throw error;
  }
}
