/** The process of `beside.ts`: does one thing at a time, each on the data of the server it is told. */
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { rereadClock } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import * as programs from "./beside-programs.ts";
import type { Asked, Told } from "./beside.ts";

process.on(
  "message",
  ({ name, given, env }: Asked) => void work(name, given, env).then((told) => process.send?.(told)),
);
// The worker that asked is gone.
process.on("disconnect", () => process.exit());

async function work(name: Asked["name"], given: unknown[], env: Asked["env"]): Promise<Told> {
  Object.assign(process.env, env);
  reloadConfig();
  rereadClock();
  Reflect.deleteProperty(globalThis, "zorgpoortSettings");
  try {
    await keepUp();
    const program = programs[name] as (...given: unknown[]) => Promise<unknown>;
    return { made: await program(...given) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    await closeDatabase();
  }
}
