import type { DeliveryState } from "#db/schema/reports.ts";

/** What is done to a delivery → in which state it must be, and which it gets. Everything else is refused. */
export const TRANSITIONS = {
  /** Also one that was refused and comes again with its files mended, or whose check broke off. */
  begin: { from: ["received", "checking", "refused"], to: ["checking"] },
  endCheck: { from: ["checking"], to: ["checked", "held"] },
  refuse: { from: ["received", "checking"], to: ["refused"] },
  drop: { from: ["received", "checking", "checked", "held"], to: ["refused"] },
  publish: { from: ["checked", "held"], to: ["published"] },
  supersede: { from: ["published"], to: ["superseded"] },
  takeBack: { from: ["published"], to: ["taken_back"] },
  /** The delivery before it is shown again, by taking back alone. */
  showAgain: { from: ["superseded"], to: ["published"] },
} as const satisfies Record<string, { from: DeliveryState[]; to: DeliveryState[] }>;

export type Step = keyof typeof TRANSITIONS;

/** States in which this may be done. */
export const statesFor = (step: Step): DeliveryState[] => [...TRANSITIONS[step].from];

/** Whether a delivery in this state may get that step. */
export const mayStep = (state: DeliveryState, step: Step): boolean => statesFor(step).includes(state);
