import { sealAndShow } from "#app/audit/seal.server.ts";

export type Job = {
  name: string;
  /** How often: each slot of this length runs once. */
  every: "minute" | "five_minutes" | "hour" | "day";
  run: () => Promise<unknown>;
};

/** All calendar work, in the order in which it runs. */
export const jobs: Job[] = [{ name: "audit.seal", every: "five_minutes", run: sealAndShow }];
