import { z } from "zod";

/** A field of the registration form that no rule judges and nothing is searched by. */
type MoreField = {
  /** How it is read: one of the kinds of `shared/fields`. An empty text is no answer. */
  kind: z.ZodType<string | null, string>;
  /** How its one line of text is typed. */
  input?: {
    type?: "text" | "email" | "tel";
    inputMode?: "text" | "numeric";
    maxLength?: number;
    autoComplete?: string;
  };
  optional?: boolean;
};

/**
 * Such fields, in the order of the form. One more is a line here and its words in `texts.ts` (`more`): the form, what is
 * looked over before sending, the correction, the document and its mail, and the page of the desk follow this list.
 */
export const moreFields: Readonly<Record<string, MoreField>> = {};

const names = () => Object.keys(moreFields);

/** A form with these fields in it. */
export function withMore<T extends z.ZodRawShape>(shape: T): z.ZodObject<T> {
  const kinds = Object.fromEntries(Object.entries(moreFields).map(([name, { kind }]) => [name, kind]));
  return z.object({ ...kinds, ...shape });
}

/** What was answered in these fields, as it is kept; null when nothing was. */
export function moreOf(entered: object): Record<string, string> | null {
  const given = names().flatMap((name) => {
    const value = (entered as Record<string, unknown>)[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** Each of these fields with its answer, or `none`, under its label. */
export const moreLines = (more: Readonly<Record<string, string>> | null, labels: MoreWords, none: string) =>
  names().map((name) => ({ label: labels[name]?.label ?? name, value: more?.[name] ?? none }));

/** Words of each field. */
export type MoreWords = Readonly<Record<string, { label: string; hint?: string }>>;
