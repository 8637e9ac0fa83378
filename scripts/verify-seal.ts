import "./configured.ts";
import { readFileSync } from "node:fs";
import { sealIdentity } from "#app/professionals/joining/authorization/seal/certificate.server.ts";
import { verifySealedPdf } from "#app/professionals/joining/authorization/seal/verify-pdf.server.ts";
import { sealWords } from "#app/professionals/joining/authorization/seal/words.ts";

/** `npm run verify:seal -- file.pdf …`: is each file whole and sealed by us? Fails when one is not. */
const names = process.argv.slice(2);
if (names.length === 0) {
  console.error("Name at least one file: npm run verify:seal -- file.pdf");
  process.exitCode = 2;
}
const { accepted } = await sealIdentity();
for (const name of names) {
  const report = verifySealedPdf(readFileSync(name), accepted);
  if (report.genuine) {
    console.log(`${name}: genuine and unchanged, sealed ${report.sealedAt.toISOString()}.`);
    console.log(`  certificate ${report.certificate.fingerprint256}`);
    console.log(`  SHA-256 of what was shown ${report.shownHash}`);
  } else {
    console.error(`${name}: ${sealWords.en[report.fault]}`);
    process.exitCode = 1;
  }
}
