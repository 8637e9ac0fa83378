import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { RunningServer } from "#tests/server.ts";
import type * as programs from "./beside-programs.ts";

type Programs = typeof programs;
export type Asked = { name: keyof Programs; given: unknown[]; env: Record<string, string> };
export type Told = { made?: unknown; fault?: string };

/** One for all tests of a worker, one after another: its start costs more than what it does. */
let kept: ChildProcess | undefined;

/** Does something of `beside-programs.ts` on the data of a running server, as a process of its own. */
export async function beside<Name extends keyof Programs>(
  server: RunningServer,
  name: Name,
  ...given: Parameters<Programs[Name]>
): Promise<Awaited<ReturnType<Programs[Name]>>> {
  kept ??= fork("tests/journeys/beside-main.ts", { execArgv: [] });
  const env = { MODE: "test", PASSWORD_COST: "low", DATA_DIR: server.dataDir, PUBLIC_URL: server.url };
  const gone = once(kept, "exit").then((): [Told] => [{ fault: "the process beside the server ended" }]);
  const answer = Promise.race([once(kept, "message") as Promise<[Told]>, gone]);
  kept.send({ name, given, env } satisfies Asked);
  const [{ made, fault }] = await answer;
  if (fault) throw new Error(fault);
  return made as Awaited<ReturnType<Programs[Name]>>;
}
