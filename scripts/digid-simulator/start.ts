import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { makeKeys } from "./keys.ts";

type Wanted = {
  /** Where keys and `idp-metadata.xml` stand; made where they are missing. */
  folder: string;
  /** Public address of the portal, without a slash at the end. */
  portalUrl: string;
  /** Ports; 0 or none takes free ones. */
  front?: number;
  back?: number;
  /** Real time and ±2 minutes, instead of walking along with the portal's clock. */
  strictClock?: boolean;
};

/**
 * Starts the simulator as its own process and waits until it answers; it ends with the process that started it.
 * Read `idp-metadata.xml` after this, for it holds the ports.
 */
export async function startSimulator(wanted: Wanted): Promise<{ frontUrl: string; close: () => Promise<void> }> {
  const { folder, portalUrl, strictClock = false } = wanted;
  await makeKeys(folder);
  const front = wanted.front || (await freePort());
  const back = wanted.back || (await freePort());
  const main = path.join(import.meta.dirname, "main.ts");
  const given = ["--folder", folder, "--front", String(front), "--back", String(back), "--portal", portalUrl];
  const child = spawn(process.execPath, [main, ...given, ...(strictClock ? ["--strict-clock"] : [])], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The DigiD simulator stopped at once (${String(code)})`)));
  });
  const close = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill();
    });
  return { frontUrl: `http://127.0.0.1:${front}`, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
