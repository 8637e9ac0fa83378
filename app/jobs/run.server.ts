import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { jobRuns } from "#db/schema/audit.ts";
import { dutchDate, now } from "#app/shared/clock.server.ts";
import { jobs, type Job } from "./list.server.ts";

const MINUTES = { minute: 1, five_minutes: 5, hour: 60 } as const;

/** Name of the slot a moment falls in; the same slot always has the same name, so it is run once. */
function slotOf(job: Job, moment: Date): string {
  if (job.every === "day") return dutchDate(moment);
  return String(Math.floor(moment.getTime() / (MINUTES[job.every] * 60_000)));
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs what is due in the present slots and was not run yet; of slots that were missed only the newest counts. One
 * job that fails does not stop the others. Calls wait for each other, so that what is due has been done when one returns.
 */
export function runDueJobs(): Promise<void> {
  const mine = turn.then(runAll);
  turn = mine.catch(() => undefined);
  return mine;
}

async function runAll(): Promise<void> {
  for (const job of jobs) {
    const id = `${job.name}@${slotOf(job, now())}`;
    if (!(await claim(id, job))) continue;
    const outcome = await attempt(job);
    await transaction(async (tx) => {
      await tx.update(jobRuns).set({ finishedAt: now(), outcome }).where(eq(jobRuns.id, id));
    });
  }
}

/** A slot is taken once; one that was begun and never ended belonged to a process that was killed, and is taken over. */
async function claim(id: string, job: Job): Promise<boolean> {
  return transaction(async (tx) => {
    const row = { id, job: job.name, startedAt: now() };
    const made = await tx.insert(jobRuns).values(row).onConflictDoNothing().returning({ id: jobRuns.id });
    if (made.length > 0) return true;
    const [begun] = await tx.select({ finishedAt: jobRuns.finishedAt }).from(jobRuns).where(eq(jobRuns.id, id));
    return begun?.finishedAt === null;
  });
}

async function attempt(job: Job): Promise<"done" | "failed"> {
  try {
    await job.run();
    return "done";
  } catch (error) {
    const { name, message } = error as Error;
    process.stderr.write(
      `${JSON.stringify({ level: "error", message: "a job failed", job: job.name, error: `${name}: ${message}` })}\n`,
    );
    return "failed";
  }
}
