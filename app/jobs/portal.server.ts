import { setTimeout as pause } from "node:timers/promises";
import { closeDatabase } from "#db/client.server.ts";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { runDueJobs } from "./run.server.ts";

const BETWEEN_DELIVERIES_MS = 400;
const BETWEEN_JOBS_MS = 15_000;

/** What runs beside the pages in the same process: deliveries and calendar work. Returns how to stop it. */
export function startPortal(): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const rounds = Promise.all([
    again(ending.signal, BETWEEN_DELIVERIES_MS, () => deliverDue(ending.signal)),
    again(ending.signal, BETWEEN_JOBS_MS, runDueJobs),
  ]);
  return {
    stop: async () => {
      ending.abort();
      await rounds;
      await closeDatabase();
    },
  };
}

async function again(signal: AbortSignal, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    try {
      await keepUp();
      await work();
    } catch (error) {
      process.stderr.write(
        `${JSON.stringify({ level: "error", message: (error as Error).message, at: "background" })}\n`,
      );
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
