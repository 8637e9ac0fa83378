import argon2 from "argon2";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { normalised } from "./rules.ts";

const COST = {
  full: { type: argon2.argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 },
  /** For tests, which sign in thousands of times; the configuration refuses it elsewhere. */
  low: { type: argon2.argon2id, memoryCost: 1_024, timeCost: 1, parallelism: 1 },
} as const;
const cost = () => COST[config.passwordCost];
const AT_ONCE = 4;
const WAITING = 60;
const RETRY_MS = 5_000;

let running = 0;
const waiting: (() => void)[] = [];

/** At most four at once (64 MiB each), and a queue with an end: a flood is refused instead of eating the machine. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Limited(new Date(now().getTime() + RETRY_MS));
    await new Promise<void>((go) => waiting.push(go));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Hash of a new password: argon2id, 64 MiB, 3 passes (RFC 9106; ASVS 11.4.2). @throws Limited when too many wait */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => argon2.hash(normalised(password), cost()));
}

let dummy: Promise<string> | undefined;

/**
 * Compares a password with the stored hash. Without one the same work is done on a hash that fits nothing, so that
 * the time does not tell whether the account exists (ASVS 6.3.8).
 */
export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  dummy ??= argon2.hash("no account has this password", cost());
  const against = hash ?? (await dummy);
  const right = await inTurn(() => argon2.verify(against, normalised(password)));
  return hash !== null && right;
}

/** True when the hash was made with a lower cost than today's and should be made again. */
export function isWeakHash(hash: string): boolean {
  return argon2.needsRehash(hash, cost());
}
