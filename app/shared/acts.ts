import { z } from "zod";
import { UnknownAct } from "./errors.ts";
import { type Parsed, parseForm } from "./form.ts";

/** An act that needs nothing besides its button. */
export const nothing = z.object({});

type Acts = Record<string, z.ZodType>;
/** What was pressed, with the fields that belong to it: a union, told apart by `act`. */
export type Act<S extends Acts> = { [Name in keyof S & string]: { act: Name } & Parsed<z.output<S[Name]>> }[keyof S &
  string];

/**
 * Which of the buttons of a page was pressed, with the fields of its form: the one way to read it. Every act has its
 * schema, so that no act can fall into the branch of another.
 * @param from `name` of the buttons, if it is not `act`; `absent`: the act of a form whose only button has no name
 * @throws UnknownAct for any other act, and for two of them
 */
export function readAct<S extends Acts>(
  form: FormData,
  acts: S,
  { name = "act", absent }: { name?: string; absent?: keyof S & string } = {},
): Act<S> {
  const [act = absent, ...more] = form.getAll(name);
  if (typeof act !== "string" || more.length > 0 || !Object.hasOwn(acts, act)) throw new UnknownAct();
  const rest = new FormData();
  for (const [field, value] of form) if (field !== name) rest.append(field, value);
  return { act, ...parseForm(acts[act]!, rest) } as Act<S>;
}
