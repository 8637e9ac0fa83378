import type { Typed } from "#app/shared/form.ts";
import { own } from "#app/shared/own.ts";

/** What came back from a form that was not right: a code at each field, and what was typed. */
export type Answer = { errors: Readonly<Record<string, string>>; typed: Typed };
type Words = Readonly<Record<string, string>>;
type More = {
  /** Words of a field for whatever is wrong with it, where its code has none. */
  fields?: Words;
  /** Names of the fields: in the list on top "fill this in" or "too long" says nothing without one. */
  labels?: Readonly<Record<string, unknown>>;
  /** The names stand before every fault. */
  always?: boolean;
  /** What stands in the fields before anything was typed. */
  held?: Typed;
  /** Stands before the ids of the fields, where a page has more forms with the same names. */
  prefix?: string;
};

/**
 * A form as its page shows it: what is wrong at which field, in words, and what was typed or stood there. Without an
 * answer nothing is wrong. A code without words of its own has those of `required`.
 */
export function formOf(
  answer: Answer | null | undefined,
  words: Words,
  { fields = {}, labels = {}, held = {}, always = false, prefix = "" }: More = {},
) {
  const { errors = {}, typed = {} } = answer ?? {};
  const error = (name: string) => {
    const code = own(errors, name);
    return code === undefined ? undefined : (own(words, code) ?? own(fields, name) ?? words.required);
  };
  const value = (name: string) => own(typed, name) ?? own(held, name);
  const text = (name: string) => {
    const one = value(name);
    return typeof one === "string" ? one : undefined;
  };
  return {
    error,
    text,
    list: (name: string) => {
      const all = value(name);
      return Array.isArray(all) ? all : [];
    },
    /** Name, id, error and text of one field. */
    field: (name: string) => ({ name, id: prefix + name, error: error(name), defaultValue: text(name) }),
    /** For the list on top, in the order in which the form was judged. */
    summary: Object.keys(errors).map((field) => {
      const message = error(field) ?? "";
      const label = own(labels, field);
      const bare = always || message === words.required || message === words.long;
      return { field: prefix + field, message, label: bare && typeof label === "string" ? label : undefined };
    }),
  };
}
export type Form = ReturnType<typeof formOf>;
