import "./ready.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { publicAuditKeys } from "#app/platform/audit/key.server.ts";
import { type Place, verifyLog } from "#app/platform/audit/verify.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";

/**
 * `npm run audit:verify [-- head.json] [--on] [--keys]`: walks the log and its seals; fails at the first thing that was
 * changed. `--on` goes on where the last walk that found everything whole ended; `--keys` shows the public keys.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { on: { type: "boolean" }, keys: { type: "boolean" } },
});
if (values.keys) console.log(JSON.stringify(publicAuditKeys(), null, 2));
else await check();

async function check(): Promise<void> {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Place;
  const walked = `${config.auditHeads}.walked`;
  const head = positionals[0] ? read(positionals[0]) : undefined;
  const since = values.on && existsSync(walked) ? read(walked) : undefined;
  const { fault, lines, sealed, hash } = await verifyLog({ head, since });
  await closeDatabase();
  if (fault) {
    console.error(`The log is not as it was written: ${fault.kind.replace("_", " ")} at line ${fault.seq}.`);
    process.exitCode = 1;
    return;
  }
  if (sealed > 0) writeFileSync(walked, JSON.stringify({ toSeq: sealed, hash }));
  console.log(`The log is whole: ${lines} lines, sealed up to line ${sealed}.`);
}
