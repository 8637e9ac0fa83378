import "./ready.ts";
import { readFileSync } from "node:fs";
import { verifyLog } from "#app/platform/audit/verify.server.ts";
import { closeDatabase } from "#db/client.server.ts";

/** `npm run audit:verify [-- head.json]`: walks the log and its seals; fails at the first thing that was changed. */
const head = process.argv[2]
  ? (JSON.parse(readFileSync(process.argv[2], "utf8")) as { toSeq: number; hash: string })
  : undefined;
const report = await verifyLog(head);
await closeDatabase();
if (report.fault) {
  console.error(
    `The log is not as it was written: ${report.fault.kind.replace("_", " ")} at line ${report.fault.seq}.`,
  );
  process.exitCode = 1;
} else {
  console.log(`The log is whole: ${report.lines} lines, sealed up to line ${report.sealed}.`);
}
