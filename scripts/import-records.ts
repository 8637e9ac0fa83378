import "./configured.ts";
import { importRecords } from "#app/records/import/import.server.ts";
import { faultWords } from "#app/records/import/texts.ts";
import { closeDatabase } from "#db/client.server.ts";

/** `npm run import:records -- <folder>...`: takes in deliveries of records (docs/records.md); stops at the first refused. */
const words = process.env.LANG?.startsWith("nl") ? "nl" : "en";
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Give the folder of a delivery: npm run import:records -- <folder>");
  process.exitCode = 2;
}
const live = process.stderr.isTTY;
for (const folder of folders) {
  const result = await importRecords({ kind: "system", name: "import:records" }, folder, (step, done, all) => {
    if (live && (done === all || done % 250 === 0)) process.stderr.write(`\r${folder}: ${step} ${done} / ${all} `);
  });
  if (live) process.stderr.write("\n");
  if (result.outcome === "refused") {
    for (const fault of result.faults) console.error(faultWords(fault, words));
    if (result.more > 0) console.error(`${result.more} ...`);
    console.error(`${folder}: refused, nothing was changed.`);
    process.exitCode = 1;
    break;
  }
  const { environment, lines, fresh, changed, same } = result;
  console.log(`${folder}: ${environment}, ${lines} lines: ${fresh} new, ${changed} changed, ${same} the same.`);
}
await closeDatabase();
