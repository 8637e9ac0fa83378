import type { Term } from "#app/platform/cases/clock.server.ts";
import { steps } from "./transitions.ts";

/** Who answers what clients ask: within what time, and by which steps. */
export const desks = {
  /** Practice staff, about what stands in the practice's own system. They are mailed, and reminded while something is late. */
  practice: {
    role: "staff",
    term: { workingDays: 2 },
    /** Answered ones leave the list after so many days. */
    listedDays: 30,
    why: "administration",
    basis: undefined,
    steps: steps.practice,
    over: ["done", "declined", "withdrawn"],
  },
  /** A clinician who treats the client, about the record: one month, once two more (AVG art. 12, third paragraph). */
  record: {
    role: "clinician",
    term: { months: 1 },
    listedDays: null,
    why: "care",
    basis: "care_relation",
    steps: steps.record,
    over: ["granted", "refused", "withdrawn"],
  },
} as const;
export type Desk = keyof typeof desks;
/** From the submission, when a clinician asked for more time. */
export const EXTENDED: Term = { months: 3 };

/**
 * What a client can ask: who answers it, and what it is about. `stands`: it is never judged, and stands as soon as it is
 * sent. A new kind is an entry here, with its words in `texts.ts` and `client/`, and a form that asks it.
 */
export const kinds = {
  move: { desk: "practice", about: "appointment", stands: false },
  cancel: { desk: "practice", about: "appointment", stands: false },
  contact: { desk: "practice", about: "person", stands: false },
  correction: { desk: "record", about: "part", stands: false },
  /** The client's own words beside the text (BW 7:454, second paragraph). */
  statement: { desk: "record", about: "part", stands: true },
  shielding: { desk: "record", about: "part", stands: false },
} as const satisfies Record<string, { desk: Desk; about: "appointment" | "person" | "part"; stands: boolean }>;
export type Kind = keyof typeof kinds;
/** Kinds that are about one sort of thing. */
export type KindAbout<A> = { [K in Kind]: (typeof kinds)[K]["about"] extends A ? K : never }[Kind];
export type KindOf<D extends Desk> = { [K in Kind]: (typeof kinds)[K]["desk"] extends D ? K : never }[Kind];

/** The kinds that one desk answers, in the order in which they are offered. */
export function kindsOf<D extends Desk>(desk: D): KindOf<D>[] {
  return (Object.keys(kinds) as Kind[]).filter((kind): kind is KindOf<D> => kinds[kind].desk === desk);
}

/** Whether a request waits for an answer. */
export function isOpen({ kind, state }: { kind: Kind; state: string }): boolean {
  return !(desks[kinds[kind].desk].over as readonly string[]).includes(state);
}
