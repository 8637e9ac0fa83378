import { watch, type FSWatcher } from "node:fs";
import type { Chance } from "../../scripts/seeded-random.ts";
import type { Moment, OtherSide } from "./other-side.ts";

/** Longest time the path goes on between two kills of the kind that looks at nothing, in milliseconds. */
const LONGEST_MS = 2_500;
/** Longest time after what a blow waited for. */
const SOON_MS = 8;

/** The server is not there any more because it was killed on purpose. */
export class Struck extends Error {}

/**
 * Kills at random moments: after some time, whatever goes on then; a moment after one of the next forms was sent; when
 * the database is written to; when the act is done and its answer on its way, which then never comes; while a message is being handed over;
 * or just after the other side has said yes to one, where the window for sending twice lies.
 */
export type Killer = {
  /** True from the blow until `calm`. */
  readonly struck: boolean;
  readonly blows: number;
  /** The server is there again; nothing happens to it until the next `arm`. */
  calm: () => void;
  /** Chooses the next moment. Without blows left nothing happens any more. */
  arm: () => void;
  /** To be called with every form that is sent. */
  asked: () => void;
  /** To be called when a form has been answered. @returns whether the blow fell here, and the answer counts as lost */
  answered: () => boolean;
  /** Waits until the process is gone. */
  gone: () => Promise<void>;
};

type Target = { other: OtherSide; database: string; kill: () => Promise<void> };

export function openKiller(chance: Chance, blowsLeft: number, { other, database, kill }: Target): Killer {
  let struck = false;
  let blows = 0;
  let writes: FSWatcher | undefined;
  let onForm: () => void = () => undefined;
  let onAnswer: () => void = () => undefined;
  let death: Promise<void> = Promise.resolve();

  function strike() {
    if (struck) return;
    struck = true;
    blows++;
    other.watch(() => undefined);
    onForm = () => undefined;
    onAnswer = () => undefined;
    writes?.close();
    writes = undefined;
    death = kill();
  }

  function arm() {
    if (blows >= blowsLeft) return;
    const kind = chance.uniform();
    const soon = chance.uniform() < 0.3 ? 0 : chance.uniform() * SOON_MS;
    const nth = (most: number) => 1 + Math.floor(chance.uniform() * most);
    if (kind < 0.2) setTimeout(strike, chance.uniform() * LONGEST_MS);
    else if (kind < 0.35) onForm = countdown(nth(8), soon * 6);
    else if (kind < 0.5) writes = watch(`${database}-wal`, countdown(nth(30), soon / 4));
    else if (kind < 0.7) onAnswer = countdown(nth(8), 0);
    else {
      const awaited: Moment = kind < 0.85 ? "body" : "yes";
      const count = countdown(nth(4), soon);
      other.watch((moment) => {
        if (moment === awaited) count();
      });
    }
  }

  function countdown(from: number, soon: number): () => void {
    let left = from;
    return () => {
      if (--left !== 0) return;
      if (soon === 0) strike();
      else setTimeout(strike, soon);
    };
  }
  return {
    get struck() {
      return struck;
    },
    get blows() {
      return blows;
    },
    calm: () => (struck = false),
    arm,
    asked: () => onForm(),
    answered: () => {
      const alive = !struck;
      onAnswer();
      return alive && struck;
    },
    gone: () => death,
  };
}
