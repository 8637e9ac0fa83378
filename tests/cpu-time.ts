import { existsSync, readFileSync } from "node:fs";

/**
 * Milliseconds that this thread has worked since; on a busy machine the clock goes on while nothing is done, and a bound
 * on time says something about the code only in these.
 */
export function cpuTimer(): () => number {
  const from = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1000;
  };
}

/** As `cpuTimer`, for another process; where the system does not tell, the clock has to do. */
export function cpuTimerOf(pid: number): () => number {
  const file = `/proc/${pid}/stat`;
  const used = () => {
    if (!existsSync(file)) return performance.now();
    const fields = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    // Fields 14 and 15 of proc(5), in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  const from = used();
  return () => used() - from;
}
