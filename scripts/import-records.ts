import "./settled.ts";
import { importRecords } from "#app/clients/records/import/import.server.ts";
import { intakeReports } from "#app/clients/records/import/report.server.ts";
import { faultWords, remarkWords } from "#app/clients/records/import/texts.ts";
import { closeDatabase } from "#db/client.server.ts";

/**
 * `npm run import:records -- <folder>...`: takes in deliveries of records (docs/records.md); stops at the first refused.
 * Ends with 0 when all of it came in, 3 when something was left out or cannot be shown, 1 when a delivery was refused.
 * `npm run import:records -- --reports [number]`: the reports of the latest deliveries.
 */
const words = process.env.LANG?.startsWith("nl") ? "nl" : "en";
const actor = { kind: "system", name: "import:records" } as const;
const given = process.argv.slice(2);
const live = process.stderr.isTTY;

async function take(folder: string): Promise<0 | 1 | 3> {
  const result = await importRecords(actor, folder, (step, done, all) => {
    if (live && (done === all || done % 250 === 0)) process.stderr.write(`\r${folder}: ${step} ${done} / ${all} `);
  });
  if (live) process.stderr.write("\n");
  const told =
    result.outcome === "refused"
      ? result.faults.map((fault) => faultWords(fault, words))
      : result.remarks.map((remark) => remarkWords(remark, words));
  for (const line of told) console.error(line);
  if (result.more > 0) console.error(`${result.more} ...`);
  if (result.outcome === "refused") {
    console.error(`${folder}: refused, nothing was changed.`);
    return 1;
  }
  const { environment, lines, fresh, changed, withdrawn, same, leftOut, remarks } = result;
  const counts = `${fresh} new, ${changed} changed, ${withdrawn} withdrawn, ${same} the same, ${leftOut} left out`;
  console.log(`${folder}: ${environment}, ${lines} lines: ${counts}.`);
  return remarks.length > 0 ? 3 : 0;
}

async function report(most: number): Promise<void> {
  for (const one of await intakeReports(actor, most)) {
    const { environmentId, state, lines, fresh, changed, withdrawn, remarks } = one;
    const counts = `${lines} lines: ${fresh} new, ${changed} changed, ${withdrawn} withdrawn`;
    console.log(`${one.startedAt.toISOString()} ${environmentId} ${state}, ${counts}, ${remarks.length} remarks`);
    for (const { lineId: id, ...remark } of remarks) console.log(`  ${remarkWords({ ...remark, id }, words)}`);
  }
}

if (given[0] === "--reports") await report(Number(given[1] ?? 10) || 10);
else if (given.length === 0) {
  console.error("Give the folder of a delivery: npm run import:records -- <folder>");
  process.exitCode = 2;
} else
  for (const folder of given) {
    const code = await take(folder);
    if (code !== 0) process.exitCode = code;
    if (code === 1) break;
  }
await closeDatabase();
