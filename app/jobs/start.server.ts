import { existsSync } from "node:fs";
import path from "node:path";
import { areThere, environments, keepUp, operator } from "#app/platform/settings/in-force.server.ts";
import { hasInventedAccounts, isInventedAddress } from "#app/platform/doors/invented.server.ts";
import { registerIsFilled } from "#app/professionals/joining/agb/filled.server.ts";
import { config } from "#app/shared/config.server.ts";
import { standingOf, standingWords } from "#db/migrate.server.ts";

/** What keeps the portal from starting on this database, one line each; empty when it may start. */
export async function startFaults(): Promise<string[]> {
  const { kind } = standingOf(path.join(config.dataDir, "zorgpoort.db"));
  if (kind === "newer" || kind === "other") return [standingWords[kind]];
  if (kind !== "current") return ["the database is not up to date: npm run migrate"];
  const broken = await keepUp();
  const faults = broken.map(({ path: where, code }) => `the settings cannot be read: ${where} (${code})`);
  if (!areThere() && broken.length === 0) faults.push("there are no settings: npm run settings -- import <file>");
  if (config.mode !== "production") return faults;
  if (existsSync(path.join(config.dataDir, "accounts.json")) || (await hasInventedAccounts()))
    faults.push("the database holds invented accounts of the demo");
  if (!config.agb && !(await registerIsFilled()))
    faults.push("there is no AGB register: set AGB_URL, or npm run import:agb");
  return faults;
}

/**
 * What should not stay as it was delivered, one line each: pages and mails of a production name an organisation that does
 * not exist, and the desk gets no mail.
 */
export function startWarnings(): string[] {
  if (config.mode !== "production") return [];
  const desks = [
    { of: "operator", email: operator().desk.email },
    ...environments().map(({ id, desk }) => ({ of: `environment ${id}`, email: desk.email })),
  ];
  return desks
    .filter(({ email }) => isInventedAddress(email))
    .map(({ of, email }) => `settings, ${of}: ${email} is invented, so nobody at this desk gets mail`);
}
