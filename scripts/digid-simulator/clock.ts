const TOLERANCE_MS = 2 * 60_000;

export type Clock = {
  /** Milliseconds since 1970 by the simulator's clock. */
  now: () => number;
  /** `at` in whole seconds, rounded down, as SAML writes it. */
  stamp: (at: number) => string;
  /** Whether a message of this moment may be taken (±2 minutes). Tell it only of messages whose signature held. */
  takes: (issueInstant: string) => boolean;
};

/**
 * The simulator's time. A demo's portal can be moved forward in time and DigiD's clock cannot; so, as a trait of the demo
 * alone, the simulator walks along: every signed message of the portal sets how far it is from real time, and answers are
 * stamped with that. `strict` turns this off: real time, and ±2 minutes for what comes in, as production DigiD does.
 */
export function simulatorClock(strict: boolean): Clock {
  let offset = 0;
  const now = () => Date.now() + offset;
  return {
    now,
    stamp: (at) => `${new Date(at).toISOString().slice(0, 19)}Z`,
    takes: (issueInstant) => {
      const said = Date.parse(issueInstant);
      if (Number.isNaN(said) || !issueInstant.endsWith("Z")) return false;
      if (!strict) offset = said - Date.now();
      return Math.abs(said - now()) <= TOLERANCE_MS;
    },
  };
}
