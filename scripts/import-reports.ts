import "./settled.ts";
import { parseArgs } from "node:util";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { faultWords, findingWords } from "#app/reports/deliveries/texts.ts";
import { closeDatabase } from "#db/client.server.ts";
import { stepPrinter } from "./step-printer.ts";

/**
 * `npm run import:reports -- [--accept "<reason>"] <folder>...`: takes in deliveries (docs/deliveries.md) and publishes
 * them; stops at the first that is refused or held.
 */
const { values: given, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: "string" } },
});
const words = process.env.LANG?.startsWith("nl") ? "nl" : "en";
if (folders.length === 0) {
  console.error("Give the folder of a delivery: npm run import:reports -- <folder>");
  process.exitCode = 2;
}
for (const folder of folders) {
  const print = stepPrinter(process.stderr, folder);
  const result = await importDelivery({ kind: "system", name: "import:reports" }, folder, print.progress, given.accept);
  print.end();
  if (result.outcome === "refused") {
    for (const fault of result.faults) console.error(faultWords(fault, words));
    console.error(`${folder}: refused, nothing was changed.`);
    process.exitCode = 1;
    break;
  }
  if (result.outcome === "held") {
    for (const finding of result.findings) console.error(findingWords(finding, words));
    console.error(`${folder}: ${result.period} is held, nothing was changed; publish it with --accept "<reason>".`);
    process.exitCode = 3;
    break;
  }
  if (result.outcome === "already")
    console.log(`${folder}: ${result.period} is ${result.state} already, nothing was changed.`);
  else
    console.log(
      `${folder}: ${result.period} is published, ${result.rows} rows${result.replaced ? ", in place of the one before" : ""}.`,
    );
}
await closeDatabase();
