import { parseArgs } from "node:util";
import { artifactStore } from "./artifacts.ts";
import { backChannel } from "./back.ts";
import { simulatorClock } from "./clock.ts";
import { frontChannel } from "./front.ts";
import { keyFile, makeKeys, writeMetadata } from "./keys.ts";
import { places } from "./metadata.ts";
import { signer } from "./sign.ts";

/** The DigiD simulator as its own process: `--folder … --front … --back … --portal … [--strict-clock]`. Never production. */
const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    front: { type: "string" },
    back: { type: "string" },
    portal: { type: "string" },
    "strict-clock": { type: "boolean", default: false },
  },
});
const { folder, portal } = values;
const front = Number(values.front);
const back = Number(values.back);
if (process.env.MODE === "production") throw new Error("The DigiD simulator does not run in production");
if (!folder || !portal || !front || !back) throw new Error("Needed: --folder, --front, --back and --portal");

await makeKeys(folder);
const at = places(front, back);
const registered = { portal: portal.replace(/\/$/, ""), certificate: keyFile(folder, "sp.crt") };
const clock = simulatorClock(values["strict-clock"]);
const artifacts = artifactStore(at.entityId);
const by = signer(keyFile(folder, "idp.crt"), keyFile(folder, "idp.key"));
const metadata = writeMetadata(folder, front, back);
const listeners = [
  { port: front, server: frontChannel({ metadata, endpoint: at.request, registered, clock, artifacts }) },
  { port: back, server: backChannel({ folder, registered, clock, artifacts, issuer: at.entityId, by }) },
];
await Promise.all(
  listeners.map(
    ({ port, server }) =>
      new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve())),
  ),
);
process.on("disconnect", () => process.exit());
if (process.send) process.send("ready");
else console.log(`DigiD simulator for ${registered.portal}: ${at.entityId}`);
