import type { Address } from "#app/shared/address.ts";
import type { Language } from "#app/shared/i18n.ts";
import type { Voice } from "./voice.server.ts";

/** Who reads a letter: at the own address of an account or a client, of a practice, at the desk, or staff of an environment. */
export type Reader = "account" | "client" | "practice" | "desk" | "staff";

export type Speaker = "operator" | "environment";

/** What a letter says, before it has a frame. */
export type Said = {
  title: string;
  paragraphs: string[];
  /** Facts with their names, such as every field that was entered. */
  rows?: { label: string; value: string }[];
  button?: { text: string; to: Address };
  /** Shown large, where a button would stand. */
  code?: string;
  /** Said under the button or the code. */
  after?: string[];
};

/** In which language, and for whom. */
export type Tongue = { language: Language; voice: Voice };

type Shape<Words, Facts, S extends Speaker> = {
  /** What it is about, as the outbox knows it. */
  kind: string;
  to: Reader;
  speaksFor: S;
  /** It names nobody but its reader, no organisation and nothing of care: who reads along learns nothing. */
  neutral: boolean;
  words: Record<Language, Words>;
  say: (words: Words, facts: Facts, how: Tongue) => Said;
  /** The same in one text message, where it goes that way too. */
  text?: (words: Words, facts: Facts, how: Tongue) => string;
  /** Facts to show it with; `tests/letters.test.ts` reads each of them in both languages. */
  examples: Record<string, Facts>;
};

/** A letter with its facts, ready to be sent. */
export type Letter<S extends Speaker = Speaker> = Pick<
  Shape<unknown, unknown, S>,
  "kind" | "to" | "speaksFor" | "neutral"
> & {
  say: (how: Tongue) => Said;
  text?: (how: Tongue) => string;
};

/** A letter that still wants its facts. */
export type Template<Facts, S extends Speaker> = ((facts: Facts) => Letter<S>) & {
  examples: Record<string, Letter<S>>;
};

/** Letters that differ in a key alone, such as what was changed. */
export const eachOf = <Key extends string, T>(keys: readonly Key[], make: (key: Key) => T) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, T>;

/** A letter as data beside its words. Kept in the `letters.ts` of its room, under a name, so that it is found there. */
export function letter<Words, Facts, S extends Speaker>(shape: Shape<Words, Facts, S>): Template<Facts, S> {
  const { kind, to, speaksFor, neutral, words, say, text } = shape;
  const of = (facts: Facts): Letter<S> => ({
    ...{ kind, to, speaksFor, neutral },
    say: (how) => say(words[how.language], facts, how),
    text: text && ((how) => text(words[how.language], facts, how)),
  });
  const shown = Object.entries(shape.examples).map(([name, facts]) => [name, of(facts)] as const);
  return Object.assign(of, { examples: Object.fromEntries(shown) });
}
