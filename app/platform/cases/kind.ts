import type { Transaction } from "#db/client.server.ts";
import type { RowOf, SteppedTable } from "#db/step.ts";
import type { Actor } from "#app/shared/actor.ts";

/** Who makes a step: whoever asked or signs, whoever answers, or the calendar. */
export type Side = "person" | "desk" | "clock";

/** A step from some states to another; `to: null` stays in the state it was in. `event` is its line in the log. */
export type Transition<State extends string = string, Event extends string = string> = {
  from: readonly State[];
  to: State | null;
  by: readonly Side[];
  event: Event;
};
export type Transitions<State extends string = string, Event extends string = string> = Record<
  string,
  Transition<State, Event>
>;

/** What a step says in the log besides its event: words for the story, and what the line is about. */
export type Line = {
  note?: string;
  reason?: string;
  detail?: Record<string, unknown>;
  subjectId?: string;
};

/**
 * A kind of case: which table, which steps, who may make them, and how it is told. Everything that is asked and answered
 * is one of these; a step that is not listed here is refused.
 */
export type CaseKind<T extends SteppedTable, S extends Transitions> = {
  table: T;
  steps: S;
  /** States in which it is over, and the column that keeps since when. */
  over: { states: readonly RowOf<T>["state"][]; since?: keyof RowOf<T> & string };
  /** The promise: its last day, and the day since when it stands still because the one who asked has the ball. */
  clock?: { due: keyof RowOf<T> & string; paused: keyof RowOf<T> & string; waits: readonly RowOf<T>["state"][] };
  /** Codes of a refusal: it was changed since it was shown, and the state does not allow it. */
  refusal: { changed: string; moved: string };
  log: (tx: Transaction, actor: Actor, row: RowOf<T>, line: Line & { event: S[keyof S]["event"] }) => Promise<void>;
};

/** Whether a case in this state can make this step. */
export function canMake<S extends Transitions>(steps: S, name: keyof S, state: string): boolean {
  return steps[name]?.from.includes(state) ?? false;
}
