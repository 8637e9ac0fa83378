import "./ready.ts";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { sealAll } from "#app/platform/audit/seal.server.ts";
import { readRegisterFile } from "#app/professionals/joining/agb/file.ts";
import { replaceRegister } from "#app/professionals/joining/agb/replace.server.ts";
import { changeSettings } from "#app/platform/settings/change.server.ts";
import { judgedFile } from "#app/platform/settings/rows.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { writeDemoDelivery } from "./demo-figures.ts";
import { inventedStaff } from "./seed/clinicians.ts";
import { emptyOutbox } from "./seed/messages.ts";
import { anOperator, seeder, writeAccounts } from "./seed/people.ts";
import { inventedProducts } from "./seed/products.ts";
import { inventedRecords } from "./seed/records.ts";
import { practitioner } from "./seed/requests.ts";
import { employee, employeeRequestsInEveryState } from "./seed/staff.ts";
import { requestsInEveryState } from "./seed/states.ts";

/** `npm run seed`: fills an empty data folder with an invented world, through the same verbs as the pages. */
function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
if (config.mode === "production") stop("A production database is never filled with an invented world.");
if ((await db.$count(accounts)) > 0) stop("There are accounts already; nothing was changed.");

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const from = Date.now();
  await work();
  console.log(`  ${name}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

const linde = { agbPractice: "01054321", practiceEmail: "praktijk@delinde.example" };

await step("settings and register", async () => {
  const { value, faults } = judgedFile(JSON.parse(readFileSync("scripts/data/settings.json", "utf8")));
  if (!value) stop(`The invented settings are wrong: ${JSON.stringify(faults)}`);
  const { format: _, ...given } = value;
  await changeSettings(seeder, () => given);
  await replaceRegister(seeder, readRegisterFile(readFileSync("scripts/data/agb-demo.csv", "utf8")));
});
const agent = await anOperator("Bram", "de Wit", "agent", "+31610000001");
await step("people of the operator", async () => {
  await anOperator("Lotte", "Verhoef", "agent", "+31610000005");
  await anOperator("Saskia", "Blom", "supervisor", "+31610000002");
  await anOperator("Dirk", "Hagen", "data_manager", "+31610000003");
  await anOperator("Asha", "Ramdin", "auditor", "+31610000004");
});
await step("two practices with staff", async () => {
  const anna = { agbPractitioner: "01012345", ...linde, firstName: "Anna Maria", lastName: "van den Berg" };
  const at = { role: "practitioner", practice: "Huisartsenpraktijk De Linde" };
  const gp = await practitioner(agent, { ...anna, ownEmail: "anna@delinde.example", mobile: "0610000011" }, at);
  const noor = { agbPractitioner: "01012346", ...linde, firstName: "Noor", lastName: "Waterman" };
  await practitioner(agent, { ...noor, ownEmail: "noor@delinde.example", mobile: "0610000012" }, at);
  const vijzel = { agbPractice: "02034567", practiceEmail: "apotheek@devijzel.example" };
  const eline = { agbPractitioner: "02012345", ...vijzel, firstName: "Eline", lastName: "Smit" };
  const pharmacy = { role: "practitioner", practice: "Apotheek De Vijzel" };
  const pharmacist = await practitioner(
    agent,
    { ...eline, ownEmail: "eline@devijzel.example", mobile: "0610000013" },
    pharmacy,
  );
  const sanne = {
    firstName: "Sanne",
    lastName: "de Boer",
    jobTitle: "Doktersassistent",
    email: "sanne@delinde.example",
  };
  await employee(agent, gp, { ...sanne, mobile: "+31610000014" });
  const joris = {
    firstName: "Joris",
    lastName: "Veen",
    jobTitle: "Praktijkondersteuner",
    email: "joris@delinde.example",
  };
  await employee(agent, gp, { ...joris, mobile: "+31610000015", patientDetails: true });
  const mila = {
    firstName: "Mila",
    lastName: "Postma",
    jobTitle: "Apothekersassistent",
    email: "mila@devijzel.example",
  };
  await employee(agent, pharmacist, { ...mila, mobile: null });
  await employeeRequestsInEveryState(agent, gp);
});
await step("requests in every state", () => requestsInEveryState(agent));
await step("clinicians and staff of environments", inventedStaff);
await step("figures of 500 practices over 20 quarters", async () => {
  const folder = path.join(config.dataDir, "seed-deliveries");
  const group = "Zorggroep Waterland";
  const known = ["01054321", "02034567", "01054362", "01054364", "71000001", "01054360", "01054361"];
  const realPractices = known.map((agb) => ({ agb, careGroup: group }));
  const invented = { practices: 500, periods: 20, seed: 20261124, realPractices, patientPeriods: 2 };
  for (const delivery of writeDemoDelivery(folder, invented)) {
    const result = await importDelivery(seeder, delivery, () => undefined);
    if (result.outcome !== "published") stop(`The invented figures were refused: ${JSON.stringify(result)}`);
  }
  rmSync(folder, { recursive: true });
});
await step("information products", inventedProducts);
await step("records of clients", inventedRecords);
await emptyOutbox();
await sealAll();
writeAccounts();
await closeDatabase();
