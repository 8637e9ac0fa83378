import "./configured.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { faultWords } from "#app/reports/deliveries/texts.ts";
import { closeDatabase } from "#db/client.server.ts";
import { stepPrinter } from "./step-printer.ts";

/** `npm run import:reports -- <folder>...`: takes in deliveries (docs/deliveries.md); stops at the first that is refused. */
const folders = process.argv.slice(2);
const words = process.env.LANG?.startsWith("nl") ? "nl" : "en";
if (folders.length === 0) {
  console.error("Give the folder of a delivery: npm run import:reports -- <folder>");
  process.exitCode = 2;
}
for (const folder of folders) {
  const print = stepPrinter(process.stderr, folder);
  const result = await importDelivery({ kind: "system", name: "import:reports" }, folder, print.progress);
  print.end();
  if (result.outcome === "refused") {
    for (const fault of result.faults) console.error(faultWords(fault, words));
    console.error(`${folder}: refused, nothing was changed.`);
    process.exitCode = 1;
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
