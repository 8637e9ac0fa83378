import type { SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { readStepped, type RowOf, type SteppedTable, writeStep } from "#db/step.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden, NotFound } from "#app/shared/errors.ts";
import { movedBy } from "./clock.server.ts";
import type { CaseKind, Line, Side, Transitions } from "./kind.ts";

/** Which case, and how it was when the decision was taken; `where` limits it to what the actor may touch. */
export type On = { id: string; version?: number; where?: SQL };
export type Made<T extends SteppedTable> = Line & { change?: Partial<RowOf<T>> };

/**
 * Makes one step, if the state, the version and who makes it allow that: two people never both decide. The line in the log
 * is written with it. Entering a state in which somebody else has the ball, the promise stands still; leaving it, the
 * promise moves on by the working days that it stood.
 * @returns the case as it is then
 * @throws NotFound; Forbidden when this is not for the actor to do; Conflict when somebody was first, in the words of the kind
 */
export async function step<T extends SteppedTable, S extends Transitions>(
  tx: Transaction,
  actor: Actor,
  kind: CaseKind<T, S>,
  name: keyof S & string,
  { id, version, where }: On,
  { change, ...line }: Made<T> = {},
): Promise<RowOf<T>> {
  const transition = kind.steps[name];
  if (!transition) throw new Error(`no such step: ${name}`);
  const { from, to, by, event } = transition;
  if (!sidesOf(actor).some((side) => by.includes(side))) throw new Forbidden("not_yours_to_do");
  const before = await readStepped(tx, kind.table, { id, where });
  // Not there and not yours look the same.
  if (!before) throw where ? new Conflict(kind.refusal.moved) : new NotFound();
  const kept = { ...timeOf(kind, before, to), ...change, ...(to === null ? {} : { state: to }) };
  const on = { id, from, version: version ?? (before.version as number), where };
  const after = await writeStep(tx, kind.table, on, kept);
  if (!after) throw new Conflict(on.version === before.version ? kind.refusal.moved : kind.refusal.changed);
  await kind.log(tx, actor, after, { ...line, event });
  return after;
}

/** What a step does to the clock of a case, and to the day since when it is over. */
function timeOf<T extends SteppedTable, S extends Transitions>(
  { over, clock }: CaseKind<T, S>,
  before: RowOf<T>,
  to: string | null,
): Partial<RowOf<T>> {
  // A step that stays where it was begins no term anew.
  if (to === null) return {};
  const ends = (over.states as readonly string[]).includes(to);
  const time: Record<string, unknown> = over.since ? { [over.since]: ends ? now() : null } : {};
  if (clock) {
    const waits = (clock.waits as readonly string[]).includes(to);
    time[clock.paused] = waits ? (before[clock.paused] ?? today()) : null;
    // Nothing is promised any more of what is over.
    if (!waits && !ends)
      time[clock.due] = dueNow(before[clock.due] as string | null, before[clock.paused] as string | null);
  }
  return time;
}

/** The last day of a promise as it stands today: while it stands still, it moves with the days. */
export function dueNow<D extends string | null>(due: D, paused: string | null): D {
  return due === null || paused === null ? due : (movedBy(due, paused, today()) as D);
}

function sidesOf(actor: Actor): Side[] {
  if (actor.kind === "system") return ["clock"];
  if (actor.kind !== "account") return ["person"];
  const desk = actor.staff !== undefined || actor.operatorRole === "agent" || actor.operatorRole === "supervisor";
  const person = !desk || actor.practices.length > 0;
  return [...(desk ? (["desk"] as const) : []), ...(person ? (["person"] as const) : [])];
}
